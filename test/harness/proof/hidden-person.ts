import {newId, type ParticipantId, type PositionId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import type {
  NewPlan,
  ParticipantRecord,
  PlanStorage,
  PositionRecord,
} from '../../../packages/server/src/storage/index.ts';
import {smallPlan} from '../../../packages/server/src/testing/index.ts';

/** The id of the person whom the father must not know of: the same in every run, so that he can ask for it. */
export const HIDDEN_ID = newId<ParticipantId>(seededRandom(99));

/** Storage with some of its calls replaced; the rest goes through as it is. */
export function wrapStorage(storage: PlanStorage, changed: Partial<PlanStorage>): PlanStorage {
  return new Proxy(storage, {
    get(target, name) {
      // Whatever is asked for is a method of the interface.
      const replacement = changed[name as keyof PlanStorage];
      if (replacement !== undefined) return replacement;
      const value: unknown = Reflect.get(target, name, target);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}

/** The example plan without the person whom the father must not know of. */
export function planWithoutHer(): Record<string, unknown> {
  const plan = smallPlan();
  // The file is our own, so what stands in it is known.
  const people = plan['participants'] as {readonly key: string}[];
  const positions = plan['positions'] as {readonly by?: string}[];
  const sections = plan['sections'] as Record<string, {readonly typedBy?: string}[]>;
  return {
    ...plan,
    participants: people.filter(({key}) => key !== 'delphine'),
    positions: positions.filter(({by}) => by !== 'delphine'),
    sections: Object.fromEntries(
      Object.entries(sections).map(([letter, items]) => [
        letter,
        items.map(({typedBy, ...item}) => (typedBy === 'delphine' ? item : {...item, typedBy})),
      ]),
    ),
  };
}

/** Storage in which every new plan also has her: as a person, as whoever typed a need, and with a position of her own. */
export function bringingHer(storage: PlanStorage, id: ParticipantId, from = 'callum'): PlanStorage {
  return wrapStorage(storage, {createPlan: plan => storage.createPlan(withHer(plan, id, from))});
}

function withHer(plan: NewPlan, id: ParticipantId, from: string): NewPlan {
  const unaware = plan.participants.find(({key}) => key === from);
  if (unaware === undefined) throw new Error(`There is no ${from} on the plan.`);
  const her: ParticipantRecord = {
    id,
    planId: plan.plan.id,
    key: 'delphine',
    name: 'Delphine Roe',
    relationship: 'children’s worker',
    role: 'refugeWorker',
    agency: 'refuge',
    lead: false,
    hiddenFrom: [unaware.id],
    accessEndsAt: null,
  };
  const first = plan.changes?.find(change => change.kind === 'position')?.put;
  if (first === undefined) throw new Error('The plan has no position.');
  const hers: PositionRecord = {
    ...first,
    id: newId<PositionId>(seededRandom(97)),
    party: 'agency:refuge',
    by: id,
    stance: 'agree',
    words: '',
  };
  const typedByHer = plan.documents.map(document => ({
    ...document,
    items: document.items.map(one => (one.type === 'need' ? {...one, typedBy: id} : one)),
  }));
  return {
    ...plan,
    participants: [...plan.participants.slice(0, 2), her, ...plan.participants.slice(2)],
    documents: typedByHer,
    changes: [{kind: 'position', put: hers}, ...(plan.changes ?? [])],
  };
}
