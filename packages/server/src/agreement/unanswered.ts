import {
  mayKnowOf,
  partiesOf,
  receives,
  twoTries,
  type ItemId,
  type ParticipantId,
  type Reader,
  type Try,
} from '@goldthread/schema';
import {compartmentFactsOf} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {listed} from './disagreement-list.ts';
import type {PositionView} from './position-view.ts';

/** A side that was asked twice about an item and said nothing (domain 7.4, 3). Computed: nobody says it for them. */
export interface Unanswered extends PositionView {
  readonly tries: readonly Try[];
}

/**
 * The sides of which two dated tries by two means are known, beside items that others have answered or that the tries name, where they
 * said nothing. `answered` are the answers that the reader knows.
 */
export async function unanswered(
  ports: Pick<AgreementPorts, 'storage' | 'sync'>,
  facts: PlanFacts,
  reader: Reader,
  answered: readonly Pick<PositionView, 'item' | 'party'>[],
): Promise<readonly Unanswered[]> {
  const {tries} = await listed(ports, facts, reader);
  const said = new Set(answered.map(({item, party}) => `${item} ${party}`));
  const asked = new Set<string>(answered.map(({item}) => item));
  for (const {item} of tries) if (item !== null) asked.add(item);
  const known = facts.people.filter(one => mayKnowOf(reader, one));
  const sides = partiesOf(known).filter(({key}) => tries.some(({to}) => to === key));
  return [...asked].flatMap(item =>
    sides.flatMap((side): Unanswered[] => {
      const own = tries.filter(one => one.to === side.key && (one.item === null || one.item === item));
      const two = twoTries(own);
      if (two === null || said.has(`${item} ${side.key}`) || !readsIt(facts, side.people, item)) return [];
      return [
        {
          // Out of the answers and tries themselves.
          item: item as ItemId,
          party: side.key,
          name: side.name,
          stance: 'noAnswer',
          words: '',
          ...{by: null, byName: null, at: `${two[1].on}T00:00:00.000Z`},
          version: 0,
          earlier: [],
          tries: two.map(({on, means}) => ({on, means})),
        },
      ];
    }),
  );
}

function readsIt(
  {plan, items, compartments}: PlanFacts,
  people: readonly ParticipantId[],
  itemId: string,
): boolean {
  const home = items.find(({id}) => id === itemId)?.compartmentId;
  const compartment = compartments.find(({id}) => id === home);
  return compartment !== undefined && people.some(id => receives(id, compartmentFactsOf(plan, compartment)));
}
