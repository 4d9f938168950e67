import {z} from 'zod';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {myItems} from '../my-items.ts';

const myItemsAnswer = z.object({
  items: z
    .array(z.string())
    .describe('Ids of the items that the caller may write only because they are the caller’s own'),
});

/** Which items are the caller's own, where only somebody's own items may be written. */
export function myItemsRoutes(app: App, ports: HttpPorts): void {
  const schema = {params: planAddress, response: {200: myItemsAnswer, ...failures(401, 404)}};
  app.get('/api/plans/:plan/my-items', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const compartments = await ports.storage.compartments(plan.id);
    const items = await ports.storage.items(plan.id);
    return {items: [...myItems(participantOf(request), plan, compartments, items)]};
  });
}
