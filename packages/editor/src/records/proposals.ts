import {
  COPY_REASONS,
  type CompartmentId,
  type CopyReason,
  type ItemId,
  type RootName,
} from '@goldthread/schema';
import {isRootName} from '@goldthread/schema';
import {
  PROPOSAL_STATES,
  PROPOSAL_STEPS,
  type ProposalChoice,
  type ProposalState,
  type ProposalStep,
} from '@goldthread/schema/proposals';
import type {PmJson} from '@goldthread/schema/prosemirror';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf, idOf, listOf, momentOf, oneOf, textOf, textOrNull} from './read.ts';

/** A side, and who spoke for it. */
interface Side {
  readonly party: string;
  readonly name: string;
  readonly by: string;
  readonly byName: string;
}

/** What was done to a proposal once. */
export interface ProposalEvent extends Side {
  readonly step: ProposalStep;
  readonly at: Date | null;
  readonly reason: string;
}

/** Other words that a side suggests for an item, as this reader may know of them. The words stand below `root`. */
export interface Proposal extends Side {
  readonly id: string;
  readonly item: string;
  readonly compartmentId: CompartmentId;
  readonly root: RootName;
  readonly wordingId: string;
  readonly at: Date | null;
  readonly reason: string;
  /** The item as it was then. */
  readonly base: PmJson;
  readonly answersTo: string | null;
  readonly state: ProposalState;
  /** Oldest first. */
  readonly steps: readonly ProposalEvent[];
  readonly choices: readonly ProposalChoice[];
}

/** Why somebody suggests or answers. */
export interface WhySaid {
  readonly reason: string;
  readonly copyReason: CopyReason | null;
}

/** Asks what was suggested. */
export function listProposals(http: PlanHttp): Promise<RecordAnswer<readonly Proposal[]>> {
  return askPlan(http, ['GET', '/records?kinds=proposals'], body => {
    const {proposals} = fieldsOf(body);
    return Array.isArray(proposals) ? listOf(proposals).flatMap(one => readProposal(one) ?? []) : null;
  });
}

/** Opens a place for other words for an item; gives its id. */
export function openProposal(http: PlanHttp, itemId: ItemId, said: WhySaid): Promise<RecordAnswer<string>> {
  return askPlan(http, ['POST', '/proposals'], readOpened, {itemId, ...bodyOf(said)});
}

/** Suggests other words back; gives the id of those. */
export function counterProposal(http: PlanHttp, id: string, said: WhySaid): Promise<RecordAnswer<string>> {
  return askPlan(http, ['POST', `/proposals/${id}/counter`], readOpened, bodyOf(said));
}

/** Accepts, refuses or takes back. `saw` names the wording that stands before whoever accepts. */
export function answerProposal(
  http: PlanHttp,
  id: string,
  step: Exclude<ProposalChoice, 'counter'>,
  said: WhySaid,
  saw: string | null = null,
): Promise<RecordAnswer<Proposal>> {
  const body = {...bodyOf(said), ...(saw !== null && {saw})};
  return askPlan(http, ['POST', `/proposals/${id}/${step}`], readProposal, body);
}

function bodyOf({reason, copyReason}: WhySaid): object {
  return {reason, ...(copyReason !== null && {copyReason: oneOf(COPY_REASONS, copyReason)})};
}

function readOpened(body: unknown): string | null {
  return textOrNull(fieldsOf(body)['proposalId']);
}

function readProposal(body: unknown): Proposal | null {
  const fields = fieldsOf(body);
  const state = oneOf(PROPOSAL_STATES, fields['state']);
  const compartmentId = idOf<CompartmentId>(fields['compartmentId']);
  const root = textOf(fields['root']);
  if (state === null || compartmentId === null || !isRootName(root)) return null;
  return {
    id: textOf(fields['id']),
    item: textOf(fields['item']),
    ...{compartmentId, root, state},
    wordingId: textOf(fields['wordingId']),
    ...sideOf(body),
    at: momentOf(fields['at']),
    reason: textOf(fields['reason']),
    base: nodeOf(fields['base']),
    answersTo: textOrNull(fields['answersTo']),
    steps: listOf(fields['steps']).flatMap(one => readStep(one) ?? []),
    choices: listOf(fields['choices']).flatMap(one => oneOf(CHOICES, one) ?? []),
  };
}

const CHOICES: readonly ProposalChoice[] = ['accept', 'counter', 'refuse', 'withdraw'];

function readStep(body: unknown): ProposalEvent | null {
  const fields = fieldsOf(body);
  const step = oneOf(PROPOSAL_STEPS, fields['step']);
  return step === null
    ? null
    : {step, ...sideOf(body), at: momentOf(fields['at']), reason: textOf(fields['reason'])};
}

function sideOf(body: unknown): Side {
  const {party, name, by, byName} = fieldsOf(body);
  return {party: textOf(party), name: textOf(name), by: textOf(by), byName: textOf(byName)};
}

function nodeOf(body: unknown): PmJson {
  const type = textOf(fieldsOf(body)['type']);
  // Only the server made it, out of an item; what is drawn of it is words and facts, whatever else it holds.
  return type === '' ? {type: 'note'} : (body as PmJson);
}
