import {accessFor} from '@goldthread/schema';
import {mergeWordings, rewordElement, wordingHash, wordingOf} from '@goldthread/schema/proposals';
import {readElement} from '@goldthread/schema/ydoc';
import type {Speaker} from '../agreement/index.ts';
import {RequestProblem} from '../errors.ts';
import type {ProposalRecord} from '../storage/index.ts';
import type {OwnChange} from '../sync/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {Place} from './place.ts';
import {elementIn, suggestedIn} from './wording-in.ts';

/**
 * The change that lets a proposal's words stand in its item. All of it happens in one turn of the server, in which the words are
 * read, merged with what was changed meanwhile, and held to the rights that there are then.
 */
export function acceptance(
  {plan, planType, people}: PlanFacts,
  {participant, session}: Speaker,
  {item, compartment, facts}: Place,
  record: ProposalRecord,
  saw: string | null,
): OwnChange {
  // Of an offer that comes from whoever may write the item it is that person's right that counts.
  const writes = (id: typeof participant.id): boolean => {
    const person = people.find(one => one.id === id);
    const {compartment: where, root, item: own} = facts;
    return person !== undefined && accessFor(person, plan.stage, where, root, own) === 'write';
  };
  const owner = writes(participant.id) ? participant.id : record.by;
  return {
    id: compartment.id,
    items: [],
    write(doc) {
      const element = elementIn(doc, planType, compartment, item.id);
      const suggested = suggestedIn(doc, record);
      if (element === null || suggested === null) throw new RequestProblem('NOT_FOUND');
      const now = wordingOf(readElement(element));
      const merged = mergeWordings(wordingOf(record.base), now, wordingOf(suggested));
      if (!merged.ok) throw new RequestProblem('ASK_AGAIN');
      if (saw !== null && saw !== wordingHash(merged.value)) throw new RequestProblem('ALREADY_CHANGED');
      rewordElement(element, merged.value);
    },
    accepts: {
      seat: {participantId: participant.id, session},
      writer: record.by,
      demandRights(live) {
        if (!live.mayWrite(owner, compartment.id, item.root, item.id))
          throw new RequestProblem('NOT_YOURS_TO_ANSWER');
      },
    },
  };
}
