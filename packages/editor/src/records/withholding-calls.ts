import type {
  CopyReason,
  Day,
  ItemId,
  ItemTypeName,
  ParticipantId,
  RootName,
  WithholdingReason,
} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import type {ToldNow} from './overrides.ts';
import {fieldsOf, momentOf, oneOf, textOf} from './read.ts';
import {
  readWithholding,
  readWithholdings,
  WITHHOLDING_STATUSES,
  type HiddenFrom,
  type Withholding,
  type WithholdingList,
  type WithholdingStatus,
} from './withholding.ts';

/** What somebody asks to be withheld, as the server takes it. */
export interface WithholdingProposal {
  readonly itemIds?: readonly ItemId[];
  /** Somebody on the plan, instead of items. */
  readonly personId?: ParticipantId;
  /** Words that stand nowhere yet. */
  readonly draft?: {
    readonly root: RootName;
    readonly afterItemId: ItemId | null;
    readonly type: ItemTypeName;
    readonly text: string;
  };
  readonly hiddenFrom: readonly HiddenFrom[];
  readonly audience?: readonly ParticipantId[];
  readonly reasonCode: WithholdingReason;
  readonly legalGround: string;
  readonly factBase?: string;
  readonly alternatives?: string;
  readonly openReason?: string;
  readonly childTold?: string;
  readonly reviewOn?: Day;
  readonly imminent?: boolean;
  readonly safeWording?: Readonly<Record<string, string | null>>;
  /** Why words of a private note may stand where these would. */
  readonly copyReason?: CopyReason;
  /** Keys of findings in words that everyone is to read, which may stand there all the same. */
  readonly cleared?: readonly string[];
}

/** What came of a proposal: it hides from this moment. */
export interface WithheldNow {
  readonly withholdingId: string;
  readonly status: WithholdingStatus;
  readonly reviewOn: Day;
  /** Until when whoever proposed it may take it back; null where they can't. */
  readonly undoUntil: Date | null;
}

/** What somebody says who shows it to more people: which findings may be told, and why copied words may stand there. */
export interface ShowAnswer {
  readonly cleared: readonly string[];
  readonly copyReason?: CopyReason;
  /** What the child was told, where it is against the child's choice. */
  readonly told?: ToldNow;
}

/** All that this person may know of what is withheld. */
export function listWithholdings(http: PlanHttp): Promise<RecordAnswer<WithholdingList>> {
  return askPlan(http, ['GET', '/withholdings'], readWithholdings);
}

/** Withholds at once. */
export function withhold(http: PlanHttp, proposal: WithholdingProposal): Promise<RecordAnswer<WithheldNow>> {
  return askPlan(http, ['POST', '/withholdings'], readWithheld, proposal);
}

/** Says that it is right, as the second person. */
export function approve(http: PlanHttp, id: string): Promise<RecordAnswer<Withholding>> {
  return decide(http, id, 'approve', {});
}

/** Looks at it again and lets it stand until another day. */
export function review(http: PlanHttp, id: string, reviewOn: Day): Promise<RecordAnswer<Withholding>> {
  return decide(http, id, 'review', {reviewOn});
}

/** Asks that it be opened or, where somebody else has asked, opens it. */
export function release(http: PlanHttp, id: string, answer: ShowAnswer): Promise<RecordAnswer<Withholding>> {
  return decide(http, id, 'release', answer);
}

/** Asks that somebody more reads it or, where somebody else has asked for the same person, agrees. */
export function addReader(
  http: PlanHttp,
  id: string,
  readerId: ParticipantId,
  answer: ShowAnswer,
): Promise<RecordAnswer<Withholding>> {
  return decide(http, id, 'readers', {readerId, ...answer});
}

/** Takes it back, soon after. */
export function undo(http: PlanHttp, id: string): Promise<RecordAnswer<Withholding>> {
  return decide(http, id, 'undo', {});
}

function decide(
  http: PlanHttp,
  id: string,
  act: 'approve' | 'review' | 'release' | 'readers' | 'undo',
  body: object,
): Promise<RecordAnswer<Withholding>> {
  return askPlan(http, ['POST', `/withholdings/${encodeURIComponent(id)}/${act}`], readWithholding, body);
}

function readWithheld(body: unknown): WithheldNow | null {
  const fields = fieldsOf(body);
  const withholdingId = textOf(fields['withholdingId']);
  const status = oneOf(WITHHOLDING_STATUSES, fields['status']);
  if (withholdingId === '' || status === null) return null;
  const undoUntil = momentOf(fields['undoUntil']);
  return {withholdingId, status, reviewOn: textOf(fields['reviewOn']), undoUntil};
}
