import {
  isChildsWords,
  isToldRecorded,
  newId,
  type ChildTold,
  type ChoiceId,
  type OverrideId,
  type ParticipantId,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {readersByDecision} from '../storage/index.ts';
import type {ChoiceRecord, Override, RecordChange, WithholdingRecord} from '../storage/index.ts';
import type {ItemMove} from './carried-along.ts';
import {decisionOf} from './decision-of.ts';
import type {PlanFacts} from './plan-facts.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** Who asked before that more people read it, and what they wrote down of telling the child. */
interface Asked {
  readonly askedBy: ParticipantId;
  readonly told: ChildTold | null;
}

/** Who decides that more people read it, for whom, and what is known of telling the child. */
interface Deciding {
  readonly actor: ParticipantId;
  /** `null` is everybody. */
  readonly reader: ParticipantId | null;
  readonly asked: Asked | null;
  /** `null` where nothing has to be: the child is one of the two who decide, or it isn't against the child's choice. */
  readonly told: ChildTold | null;
}

/** Demands that it is written down what the child was told, or why not yet, or why it isn't safe (C11). */
export function demandTold(told: ChildTold | null): ChildTold {
  if (told === null || !isToldRecorded(told)) throw new RequestProblem('CHILD_NOT_TOLD');
  return told;
}

/** What has to be known of telling the child before one more step is taken; `null` where nothing has to be. */
export function toldBefore(
  facts: PlanFacts,
  record: WithholdingRecord,
  actor: ParticipantId,
  asked: Asked | null,
  said: ChildTold | null,
): ChildTold | null {
  return isAgainstChild(facts, record, actor, asked) ? demandTold(said ?? asked?.told ?? null) : null;
}

/** Whether somebody's next step needs words about telling the child that nobody has written down yet. */
export function needsTold(
  facts: PlanFacts,
  record: WithholdingRecord,
  actor: ParticipantId,
  asked: Asked | null,
): boolean {
  return isAgainstChild(facts, record, actor, asked) && !asked?.told;
}

/** Who asked that a decision be opened. */
export function releaseAsked({releaseAskedBy, releaseTold}: WithholdingRecord): Asked | null {
  return releaseAskedBy === null ? null : {askedBy: releaseAskedBy, told: releaseTold};
}

/**
 * What the child chose about items that a decision moves, on its way along with them, and what is decided against it now. The child's
 * page tells it like every decision against a choice. `deciding`: `null` where nothing is decided against a choice any more.
 */
export function choicesMoved(
  ports: Pick<WithholdingPorts, 'random' | 'clock'>,
  facts: PlanFacts,
  moves: readonly ItemMove[],
  deciding: Deciding | null,
): RecordChange[] {
  const override = deciding === null ? null : overrideOf(ports, deciding);
  const isOpened = deciding === null || deciding.reader === null;
  return moves.flatMap(({from, to}): RecordChange[] => {
    const before = facts.choices.find(
      one => one.itemId === from.itemId && one.compartmentId === from.compartmentId,
    );
    if (before === undefined && override === null) return [];
    const earlier = isOpened && override === null ? [] : (before?.overrides ?? []);
    const decided = readersByDecision(before);
    const readers = facts.compartments.find(({id}) => id === from.compartmentId)?.audience ?? [];
    const put: ChoiceRecord = {
      ...{id: before?.id ?? newId<ChoiceId>(ports.random), planId: facts.plan.id, ...to},
      notWith: before?.notWith ?? [],
      overrides: override === null ? earlier : [...earlier, override],
      shownTo: isOpened && override !== null ? readers.filter(id => !decided.includes(id)) : null,
    };
    return [{kind: 'choice', put}];
  });
}

function overrideOf(
  {random, clock}: Pick<WithholdingPorts, 'random' | 'clock'>,
  {actor, reader, asked, told}: Deciding,
): Override | null {
  const now = clock.now();
  return (
    told && {
      ...{id: newId<OverrideId>(random), reader, reason: '', told, cleared: [], copyReason: null},
      ...{askedBy: asked?.askedBy ?? actor, second: actor, askedAt: now, agreedAt: now},
    }
  );
}

/** Whether more people would read what the child keeps to a few, without the child being one of the two who decide it. */
function isAgainstChild(
  facts: PlanFacts,
  record: WithholdingRecord,
  actor: ParticipantId,
  asked: Asked | null,
): boolean {
  const deciding = [actor, asked?.askedBy];
  const isByChild = facts.everyone.some(({id, role}) => role === 'child' && deciding.includes(id));
  return !isByChild && keepsChildsChoice(facts, record);
}

/**
 * Whether what a decision holds is kept because the child wants it: the decision says so, or it holds words of the child's that never
 * stood where everybody reads. What adults took out of sight goes back to where the child let everybody read it.
 */
function keepsChildsChoice(facts: PlanFacts, record: WithholdingRecord): boolean {
  if (record.personId !== null) return false;
  if (record.reasonCode === 'child_confidence') return true;
  const stoodOpen = new Set(record.movedFrom.map(({itemId}) => itemId));
  return decisionOf(record, facts).items.some(
    item => isChildsWords(item, facts.everyone) && !stoodOpen.has(item.id),
  );
}
