import {z} from 'zod';
import {RequestProblem} from '../errors.ts';
import {failures, type App, type HttpPorts} from '../http/index.ts';
import {demoLink, demoPlans} from './demo-plans.ts';
import {isLoopbackHost, isOnThisMachine} from './is-on-this-machine.ts';

const person = z.object({id: z.string(), name: z.string(), relationship: z.string()});

const peopleAnswer = z.object({
  plans: z.array(z.object({planId: z.string(), childName: z.string(), people: z.array(person)})),
});

/**
 * The start page of the demo: who is on the example plans, and a fresh link for any of them. There is no sign-in, so it
 * exists only on this machine, and holds nothing of a plan but who is on it.
 */
export function demoRoutes(app: App, ports: HttpPorts): void {
  if (!isLoopbackHost(ports.config.host)) return;

  app.get('/demo', {schema: {hide: true}}, (request, reply) => {
    if (!isOnThisMachine(request)) throw new RequestProblem('NOT_FOUND');
    return reply.sendFile('demo.html');
  });

  app.get('/demo/people', {schema: {response: {200: peopleAnswer, ...failures(404)}}}, async request => {
    if (!isOnThisMachine(request)) throw new RequestProblem('NOT_FOUND');
    const plans = await demoPlans(ports);
    return {
      plans: plans.map(({plan, childName, people}) => ({
        planId: plan.id,
        childName,
        people: people.map(({id, name, relationship}) => ({id, name, relationship})),
      })),
    };
  });

  const open = {
    body: z.strictObject({participantId: z.string()}),
    response: {200: z.object({url: z.string()}), ...failures(400, 404)},
  };
  app.post('/demo/open', {schema: open}, async request => {
    if (!isOnThisMachine(request)) throw new RequestProblem('NOT_FOUND');
    const plans = await demoPlans(ports);
    const people = plans.flatMap(one => one.people);
    const found = people.find(one => one.id === request.body.participantId);
    if (found === undefined) throw new RequestProblem('NOT_FOUND');
    return {url: await demoLink(ports, found)};
  });
}
