import {z} from 'zod';
import type {Reader} from '@goldthread/schema';
import {planFileSchema, toPlanJson} from '@goldthread/schema/json';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {knownPerson} from '../known-person.ts';
import {readerView} from '../reader-view.ts';

/**
 * The plan as somebody else receives it, less what the viewer doesn't receive: made of that person's real access, as if
 * both looked at one screen. So nothing in it, its length included, depends on what the viewer may not see (ruling 2).
 */
export function viewAsRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress.extend({participant: z.string()}),
    response: {200: planFileSchema, ...failures(401, 404, 409)},
  };
  app.get('/api/plans/:plan/as/:participant', {schema}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const viewer = participantOf(request);
    const person = await knownPerson(ports, plan.id, request.params.participant, viewer);
    const together: Reader = {
      participant: person,
      isConfirmed: true,
      onlookers: {people: [viewer.participant, person], hasStranger: false},
    };
    const view = await readerView(ports, plan, together);
    const by = {actor: viewer.participant.id, sessionId: viewer.session.id};
    await ports.storage.record([
      ports.audit.entry({planId: plan.id, ...by, action: 'viewedAs', subject: person.id}),
    ]);
    // The view is a plan by its type; checking every word of it again would cost more than making it.
    return reply
      .type('application/json; charset=utf-8')
      .serializer((body: unknown) => JSON.stringify(body))
      .send(toPlanJson(view) as never);
  });

  opensRoute(app, ports);
}

/**
 * How much of that view reaches the person by now: made of their own sessions alone, and of nothing that is withheld. Sessions of
 * a room show what the room may see, and say nothing of it.
 */
function opensRoute(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress.extend({participant: z.string()}),
    response: {
      200: z.object({
        opens: z
          .enum(['nothing', 'shared', 'all'])
          .describe(
            '`nothing`: never signed in; `shared`: what everybody receives, until they show who they are',
          ),
      }),
      ...failures(401, 404, 409),
    },
  };
  app.get('/api/plans/:plan/as/:participant/opens', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const person = await knownPerson(ports, plan.id, request.params.participant, participantOf(request));
    const own = (await ports.storage.sessions(plan.id)).filter(
      one => one.participantId === person.id && one.present === null,
    );
    const live = own.filter(one => ports.sessions.isLive(one));
    const isUnsure = live.length > 0 && !live.some(({confirmed}) => confirmed);
    return {opens: own.length === 0 ? 'nothing' : isUnsure ? 'shared' : 'all'} as const;
  });
}
