import {z} from 'zod';
import {groupOf, rootsOf, type RootGroup, type RootName} from '@goldthread/schema';
import {RequestProblem} from '../../errors.ts';
import type {PlanRecord} from '../../storage/index.ts';
import {failures} from '../answers.ts';
import type {App} from '../app.ts';
import {byWhom, planIdOf} from '../authorize.ts';
import {changePlan, requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {planTypeOf} from '../reading.ts';

/** The sections that families write in while these are open. */
const CO_WRITTEN: readonly (RootGroup | undefined)[] = ['BF', 'CG', 'DH'];

/** The lead's switches: which sections the family writes in with the professionals. */
export function sectionRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: z.object({plan: z.string(), root: z.string()}),
    body: z.strictObject({
      openForCoWriting: z.boolean().nullable().describe('null goes back to what the stage of the plan says'),
    }),
    response: {
      200: z.object({root: z.string(), openForCoWriting: z.boolean().nullable()}),
      ...failures(400, 401, 404, 409),
    },
  };
  app.patch('/api/plans/:plan/sections/:root', {schema}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const root = rootsOf(planTypeOf(plan), 'shared').find(one => one === request.params.root);
    if (root === undefined || !CO_WRITTEN.includes(groupOf(root))) throw new RequestProblem('NOT_FOUND');
    const {openForCoWriting} = request.body;
    const switched = ports.audit.entry({
      planId: plan.id,
      ...byWhom(request),
      action: 'accessChanged',
      detail: {root, openForCoWriting: String(openForCoWriting)},
    });
    await changePlan(
      ports.storage,
      plan.id,
      current => ({coWriting: withSwitch(current.coWriting, root, openForCoWriting)}),
      () => [switched],
    );
    await ports.sync.changed(plan.id);
    return {root, openForCoWriting};
  });
}

/** The switches with one of them set, or taken away by `null`. */
function withSwitch(
  switches: PlanRecord['coWriting'],
  root: RootName,
  open: boolean | null,
): PlanRecord['coWriting'] {
  if (open !== null) return {...switches, [root]: open};
  return Object.fromEntries(Object.entries(switches).filter(([name]) => name !== root));
}
