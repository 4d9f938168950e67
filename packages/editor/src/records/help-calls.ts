import {
  HELP_OUTCOMES,
  type CompartmentId,
  type Day,
  type HelpOutcome,
  type ItemId,
  type ParticipantId,
} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, idsOf, listOf, momentOf, oneOf, textOf} from './read.ts';

/** What somebody decided who was asked to help. */
export interface HelpDecision {
  readonly by: ParticipantId | null;
  readonly at: Date;
  readonly outcome: HelpOutcome;
  readonly words: string;
  readonly childTold: string;
  readonly keepsSealed: boolean;
}

/** A call of the child for help, for somebody who is asked to decide today. */
export interface HelpCall {
  readonly id: string;
  readonly compartmentId: CompartmentId;
  readonly itemIds: readonly ItemId[];
  /** The child said so, or the words did. */
  readonly how: 'asked' | 'words';
  readonly at: Date;
  readonly dueOn: Day;
  readonly isLate: boolean;
  readonly escalatedAt: Date | null;
  readonly keptFrom: readonly ParticipantId[];
  readonly asked: readonly ParticipantId[];
  readonly decisions: readonly HelpDecision[];
}

/** What somebody says who decides. */
export interface HelpAnswer {
  readonly outcome: HelpOutcome;
  readonly words: string;
  readonly childTold: string;
  readonly keepsSealed: boolean;
}

/** The calls about which this person is asked, newest first. */
export function listHelpCalls(http: PlanHttp): Promise<RecordAnswer<readonly HelpCall[]>> {
  return askPlan(http, ['GET', '/records?kinds=help'], body =>
    listOf(fieldsOf(body)['help']).flatMap(one => readCall(one) ?? []),
  );
}

/** Says what was decided. */
export function decideHelp(http: PlanHttp, id: string, answer: HelpAnswer): Promise<RecordAnswer<HelpCall>> {
  return askPlan(http, ['POST', `/help-calls/${encodeURIComponent(id)}/decide`], readCall, answer);
}

function readCall(body: unknown): HelpCall | null {
  const fields = fieldsOf(body);
  const [id, at] = [textOf(fields['id']), momentOf(fields['at'])];
  const compartmentId = idOf<CompartmentId>(fields['compartmentId']);
  const itemId = idOf<ItemId>(fields['itemId']);
  if (id === '' || at === null || compartmentId === null || itemId === null) return null;
  return {
    ...{id, compartmentId, at},
    itemIds: [itemId],
    how: oneOf(['asked', 'words'], fields['how']) ?? 'words',
    dueOn: textOf(fields['dueOn']),
    isLate: fields['isLate'] === true,
    escalatedAt: momentOf(fields['escalatedAt']),
    keptFrom: idsOf(fields['keptFrom']),
    asked: idsOf(fields['asked']),
    decisions: listOf(fields['decisions']).flatMap(one => readDecision(one) ?? []),
  };
}

function readDecision(body: unknown): HelpDecision | null {
  const fields = fieldsOf(body);
  const at = momentOf(fields['at']);
  const outcome = oneOf(HELP_OUTCOMES, fields['outcome']);
  if (at === null || outcome === null) return null;
  return {
    ...{at, outcome},
    by: idOf(fields['by']),
    words: textOf(fields['words']),
    childTold: textOf(fields['childTold']),
    keepsSealed: fields['keepsSealed'] === true,
  };
}
