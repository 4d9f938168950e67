import {newId, type ChoiceId, type ParticipantId} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {
  NOTHING_DECIDED,
  readersByDecision,
  type ChoiceRecord,
  type ItemRecord,
  type PlanStorage,
  type RecordChange,
} from '../storage/index.ts';
import {peopleKnownTo, type Actor, type PlanFacts, type WithholdingPorts} from '../withholding/index.ts';
import {namedOf} from './find-own.ts';
import type {Sharing} from './own-words.ts';

/** What the child chose about an item besides its readers; `null` where that was never asked. */
export async function choiceAbout(
  {houses}: Pick<PlanStorage, 'houses'>,
  {id, planId, compartmentId}: ItemRecord,
): Promise<ChoiceRecord | null> {
  const all = await houses.choices.of(planId);
  return all.find(one => one.itemId === id && one.compartmentId === compartmentId) ?? null;
}

/**
 * With whom an item is shared where some people should not see it: everybody else, if it is everybody. Nobody is both, and nobody is
 * named whom the child can't know.
 */
export function sharingWithout(
  facts: PlanFacts,
  child: Actor,
  sharing: Sharing,
  notWith: readonly ParticipantId[],
): Sharing {
  const known = peopleKnownTo(facts, child.id).filter(({id}) => id !== child.id);
  if (notWith.some(id => !known.some(one => one.id === id))) throw new RequestProblem('NOT_ON_PLAN');
  if (notWith.length === 0) return sharing;
  if (sharing === 'everyone') return namedOf(facts, child, sharing).filter(id => !notWith.includes(id));
  if (sharing.some(id => notWith.includes(id))) throw new RequestProblem('NAMED_TWICE');
  return sharing;
}

/** Writes down whom the child doesn't want to see an item, where the item is from now on. */
export function choiceChange(
  {random}: Pick<WithholdingPorts, 'random'>,
  before: ChoiceRecord | null,
  {id: itemId, planId, compartmentId}: ItemRecord,
  notWith: readonly ParticipantId[],
): RecordChange[] {
  if (before === null && notWith.length === 0) return [];
  const id = before?.id ?? newId<ChoiceId>(random);
  const put = {...NOTHING_DECIDED, ...before, id, planId, compartmentId, itemId, notWith};
  return [{kind: 'choice', put}];
}

/**
 * The choice without decisions that are for nothing any more: the child lets those people read it now. The others go on reading it, so
 * they come to those with whom the child shares it. What adults opened stays open, and the child's page shows whom the child chose.
 */
export function withDecided(
  choice: ChoiceRecord | null,
  sharing: Sharing,
): {readonly choice: ChoiceRecord | null; readonly sharing: Sharing} {
  if (choice === null || sharing === 'everyone')
    return {choice: choice && {...choice, ...NOTHING_DECIDED}, sharing};
  if (choice.shownTo !== null) return {choice: {...choice, shownTo: sharing}, sharing: 'everyone'};
  const overrides = choice.overrides.filter(({reader}) => reader === null || !sharing.includes(reader));
  const kept = {...choice, overrides};
  return {choice: kept, sharing: [...new Set([...sharing, ...readersByDecision(kept)])]};
}
