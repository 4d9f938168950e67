import {accessThrough, type ItemId, type PlanId, type Reader} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {compartmentFactsOf, itemFactsOf, type ItemRecord} from '../storage/index.ts';
import {planFacts, type PlanFacts, type WithholdingPorts} from '../withholding/index.ts';
import type {Holder} from './house-sessions.ts';

/**
 * That words which somebody wrote down for a person are right, as that person says later and without a session (D05). From then on
 * it stands beside them, and whoever wrote the child's words down doesn't change them any more.
 */
export class SaidRight {
  readonly #ports: WithholdingPorts;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
  }

  /** Only whose words they are can say it. What nobody wrote down for them is as missing as what isn't there. */
  say(planId: PlanId, {participant, session}: Holder, itemId: ItemId): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const item = facts.items.find(one => one.id === itemId && isWrittenFor(one, participant.id));
      if (item === undefined || !receives(facts, participant, item)) throw new RequestProblem('NOT_FOUND');
      if (item.readBack) return;
      const {compartmentId} = item;
      const done = {
        actor: participant.id,
        sessionId: session.id,
        action: 'saidRight',
        subject: null,
      } as const;
      await this.#ports.storage.record([
        {kind: 'readBack', in: compartmentId, itemIds: [itemId]},
        {
          kind: 'audit',
          append: {
            ...{planId, compartmentId, at: this.#ports.clock.now(), itemIds: [itemId], detail: {}},
            ...done,
          },
        },
      ]);
      await this.#ports.sync.changed(planId);
    });
  }
}

function isWrittenFor({owner, typedBy}: ItemRecord, me: Reader['participant']['id']): boolean {
  return owner === me && typedBy !== null && typedBy !== me;
}

function receives(
  {plan, compartments}: PlanFacts,
  participant: Reader['participant'],
  item: ItemRecord,
): boolean {
  const compartment = compartments.find(({id}) => id === item.compartmentId);
  if (compartment === undefined) return false;
  const reader = {participant, isConfirmed: true, onlookers: null};
  const facts = compartmentFactsOf(plan, compartment);
  return accessThrough(reader, plan.stage, facts, item.root, itemFactsOf(item)) !== 'none';
}
