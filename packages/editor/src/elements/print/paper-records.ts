import {ok} from '@goldthread/schema';
import type {RecordKind} from '@goldthread/schema/wire';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {listDisagreements, type Disagreements} from '../../records/disagreements.ts';
import {listAgreement, type Position} from '../../records/positions.ts';
import {listProposals, type Proposal} from '../../records/proposals.ts';
import {listScales, type Scale} from '../../records/ratings.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';

/** What stands on paper besides the words of the plan, as far as this reader receives it. */
export interface PaperRecords extends Disagreements {
  readonly positions: readonly Position[];
  readonly proposals: readonly Proposal[];
  readonly scales: readonly Scale[];
}

/** The kinds of records with which the paper changes. */
export const PAPER_KINDS: ReadonlySet<RecordKind> = new Set([
  'positions',
  'proposals',
  'ratings',
  'disagreements',
]);

/** Asks for all of it: a copy without what somebody wants printed would be false. */
export async function askPaperRecords(http: PlanHttp): Promise<RecordAnswer<PaperRecords>> {
  const [agreement, proposals, scales, disagreements] = await Promise.all([
    listAgreement(http),
    listProposals(http),
    listScales(http),
    listDisagreements(http),
  ]);
  if (!agreement.ok) return agreement;
  if (!proposals.ok) return proposals;
  if (!scales.ok) return scales;
  if (!disagreements.ok) return disagreements;
  return ok({
    ...disagreements.value,
    positions: agreement.value.positions,
    proposals: proposals.value,
    scales: scales.value,
  });
}
