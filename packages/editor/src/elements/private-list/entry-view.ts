import type {Decider, ParticipantId, RootName} from '@goldthread/schema';
import type {Withholding} from '../../records/withholding.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {people} from '../../words/en/people.ts';
import {privateList} from '../../words/en/private-list.ts';

/** What a decision is about, in words, and all that its lines are made of. */
export interface PrivateEntry {
  readonly decision: Withholding;
  /** The withheld words, or that a person is withheld. */
  readonly what: string;
  /** The part that it stands beside. */
  readonly root: RootName | null;
  readonly nameOf: (id: string) => string;
}

/** Which mark stands beside a state: shapes as the rest of the plan uses them. */
export type StateMark = 'wait' | 'tick' | 'check';

/** Where a decision stands: a sentence or two, and a shape. */
export function stateOf({decision, nameOf}: PrivateEntry): {
  readonly mark: StateMark;
  readonly words: string;
} {
  const say = privateList.states;
  const escalated =
    decision.escalatedAt === null ? '' : ` ${say.escalated(plainDay(dayIn(decision.escalatedAt)))}`;
  if (decision.status === 'pending') {
    return decision.isOverdue
      ? {mark: 'check', words: say.pendingLate + escalated}
      : {mark: 'wait', words: say.pending};
  }
  const reader = decision.readerAsked === null ? '' : `${say.readerAsked(nameOf(decision.readerAsked))} `;
  const asked = reader + (decision.status === 'releaseAsked' ? `${say.releaseAsked} ` : '');
  if (decision.isOverdue)
    return {mark: 'check', words: asked + say.overdue(plainDay(decision.reviewOn)) + escalated};
  const {approvedBy, approvedAt} = decision;
  const by =
    approvedBy === null || approvedAt === null
      ? ''
      : `${say.approvedBy(nameOf(approvedBy), plainDay(dayIn(approvedAt)))} `;
  const mark = asked === '' ? 'tick' : 'wait';
  return {mark, words: `${asked}${by}${say.approved(plainDay(decision.reviewOn))}`};
}

/** Who could be asked for as a reader more: whoever neither reads it nor is one from whom it is kept. */
export function readersToAdd(
  {decision, nameOf}: PrivateEntry,
  everyone: readonly Decider[],
): readonly {readonly id: ParticipantId; readonly name: string}[] {
  const named = new Set([...decision.audience, ...decision.hiddenFrom.map(({id}) => id)]);
  return everyone.flatMap(({id}) => (named.has(id) ? [] : [{id, name: nameOf(id)}]));
}

/** Whom somebody asked to let read it too, by name; empty where nobody asked. */
export function readerNameOf({decision, nameOf}: PrivateEntry): string {
  return decision.readerAsked === null ? '' : nameOf(decision.readerAsked);
}

/** From whom, by name. */
export function namesOf({decision, nameOf}: PrivateEntry): string {
  return people.and(decision.hiddenFrom.map(({id}) => nameOf(id)));
}

/** What opening it does, in a sentence. */
export function openingHint(entry: PrivateEntry): string {
  const {personId} = entry.decision;
  const names = namesOf(entry);
  return personId === null
    ? privateList.openHint(names)
    : privateList.openPersonHint(names, entry.nameOf(personId));
}

/** How much each of them may know. */
export function knownOf({decision, nameOf}: PrivateEntry): string {
  const texts = decision.hiddenFrom.map(one =>
    (one.class === 'sealed' ? privateList.seesNothing : privateList.seesLine)(nameOf(one.id)),
  );
  return texts.length === 0 ? '' : `${texts.join(', ')}.`;
}

/** Whether this person is the one for whom it waits. */
export function needsMe(decision: Withholding): boolean {
  const {mayApprove, mayReview, mayRelease, mayAddReader, isOverdue, status, readerAsked} = decision;
  const isAsked = (mayRelease && status === 'releaseAsked') || (mayAddReader && readerAsked !== null);
  return mayApprove || (mayReview && isOverdue) || isAsked;
}

/** Whether it waits for somebody at all. */
export function isWaiting({isOverdue, status, readerAsked}: Withholding): boolean {
  return isOverdue || status !== 'approved' || readerAsked !== null;
}
