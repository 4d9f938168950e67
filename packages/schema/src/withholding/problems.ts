import {isPlainDate} from '../plan/attribute.ts';
import type {Day} from '../base/day.ts';
import type {ParticipantId} from '../base/ids.ts';
import type {RootName} from '../plan/root.ts';
import {audienceOf, isChildsWords, type Decider, type WithholdingDecision} from './decision.ts';
import {mustAct, OFFICES} from './offices.ts';
import {tellsOf} from './open-reason.ts';
import {REASON_RULES} from './reason-rules.ts';
import {longestReview} from './review-date.ts';
import {mayApprove, mayPropose, needsApproval} from './who-may.ts';

/** Why a withholding is refused. The sentences stand in the server's registry of errors. */
export const WITHHOLDING_PROBLEMS = [
  /** It withholds nothing. */
  'NOTHING_WITHHELD',
  /** It names nobody from whom it withholds. */
  'HIDDEN_FROM_NOBODY',
  /** It names somebody who isn't on the plan. */
  'NOT_ON_PLAN',
  /** It names one person twice, or as reader and as kept from. */
  'NAMED_TWICE',
  /** It withholds from somebody who must act to protect the child. */
  'MUST_ACT',
  /** A child could come to harm and no reader has the duty to act. */
  'AUDIENCE_LACKS_PROTECTOR',
  /** It withholds a child's own words from the child. */
  'CHILD_OWN_WORDS',
  /** The proposer doesn't read what they withhold. */
  'PROPOSER_LEFT_OUT',
  /** The proposer's office doesn't reach so far. */
  'MAY_NOT_PROPOSE',
  /** The approver is the proposer, doesn't read it, or holds no office for it. */
  'MAY_NOT_APPROVE',
  /** It gives no legal ground. */
  'REASON_NEEDED',
  /** It shapes an open outcome or provision, and there are no words for those who may not know why (GT-06). */
  'OPEN_REASON_NEEDED',
  /** Its open reason shares words or a name with what it withholds (GT-06). */
  'OPEN_REASON_TELLS',
  /** Its review date is no day of the calendar, or has passed. */
  'REVIEW_NOT_AHEAD',
  /** Its review date lies beyond the longest period. */
  'REVIEW_TOO_LATE',
] as const;
export type WithholdingProblem = (typeof WITHHOLDING_PROBLEMS)[number];

/** What else is looked at when a decision is checked. */
export interface ProblemContext {
  /** The day on which it is proposed or reviewed. */
  readonly today: Day;
  /** The words of the withheld items, for the open reason. */
  readonly withheldTexts: readonly string[];
  /** The names of the child, which an open reason may use. */
  readonly childNames: readonly string[];
}

/** Statutory roots whose items must say openly why they are there. */
const NEEDS_OPEN_REASON: ReadonlySet<RootName> = new Set<RootName>([
  'section:E',
  'section:F',
  'section:H1',
  'section:H2',
]);

/**
 * Everything that is wrong with a decision; empty where it may stand.
 *
 * `people` are those whom the proposer may know: somebody hidden from the proposer is then as unknown as a made-up id.
 */
export function problemsOf(
  decision: WithholdingDecision,
  people: readonly Decider[],
  context: ProblemContext,
): WithholdingProblem[] {
  return [
    ...problemsOfPeople(decision, people),
    ...problemsOfOffice(decision, people),
    ...problemsOfReasons(decision, context),
    ...problemsOfReview(decision, people, context.today),
  ];
}

function problemsOfPeople(decision: WithholdingDecision, people: readonly Decider[]): WithholdingProblem[] {
  const problems: WithholdingProblem[] = [];
  const add = (problem: WithholdingProblem, isWrong: boolean) => {
    if (isWrong) problems.push(problem);
  };
  const known = new Map(people.map(person => [person.id, person]));
  const hidden = decision.hiddenFrom.map(person => person.id);
  const audiences = [decision.audience, ...decision.items.map(item => audienceOf(decision, item))];
  add('NOTHING_WITHHELD', decision.items.length === 0 && decision.personId === null);
  add('HIDDEN_FROM_NOBODY', hidden.length === 0);
  const named = [...hidden, ...audiences.flat(), ...(decision.personId === null ? [] : [decision.personId])];
  add('NOT_ON_PLAN', !named.every(id => known.has(id)));
  const isTwice = audiences.some(audience => hasTwice([...audience, ...hidden]));
  add('NAMED_TWICE', isTwice || hidden.some(id => id === decision.personId));
  add(
    'MUST_ACT',
    hidden.some(id => isOneWhoMustAct(known.get(id), decision.imminent)),
  );
  const lacksProtector = (audience: readonly ParticipantId[]) =>
    !audience.some(id => protects(known.get(id), decision.imminent, people));
  add(
    'AUDIENCE_LACKS_PROTECTOR',
    REASON_RULES[decision.reasonCode].needsProtector && audiences.some(lacksProtector),
  );
  const child = people.find(person => person.role === 'child')?.id;
  const isKeptFromChild = decision.items.some(
    item => isChildsWords(item, people) && (!child || !audienceOf(decision, item).includes(child)),
  );
  add('CHILD_OWN_WORDS', isKeptFromChild);
  return problems;
}

function problemsOfOffice(decision: WithholdingDecision, people: readonly Decider[]): WithholdingProblem[] {
  const proposer = people.find(person => person.id === decision.proposedBy);
  const approver = people.find(person => person.id === decision.approvedBy);
  const audiences = decision.items.map(item => audienceOf(decision, item));
  const isReader = [...audiences, ...(audiences.length === 0 ? [decision.audience] : [])].every(audience =>
    audience.includes(decision.proposedBy),
  );
  const mayStand = proposer !== undefined && mayPropose(proposer, decision, people);
  const isApprovedWrongly =
    decision.approvedBy !== null &&
    needsApproval(decision, people) &&
    (approver === undefined || !mayApprove(approver, {...decision, approvedBy: null}, people));
  return [
    ...(isReader ? [] : (['PROPOSER_LEFT_OUT'] as const)),
    ...(mayStand ? [] : (['MAY_NOT_PROPOSE'] as const)),
    ...(isApprovedWrongly ? (['MAY_NOT_APPROVE'] as const) : []),
  ];
}

function problemsOfReasons(decision: WithholdingDecision, context: ProblemContext): WithholdingProblem[] {
  const open = decision.openReason?.trim() ?? '';
  const isMissing = open === '' && decision.shapes.some(item => NEEDS_OPEN_REASON.has(item.root));
  const tells = tellsOf(open, context.withheldTexts, context.childNames).length > 0;
  return [
    ...(decision.legalGround.trim() === '' ? (['REASON_NEEDED'] as const) : []),
    ...(isMissing ? (['OPEN_REASON_NEEDED'] as const) : []),
    ...(tells ? (['OPEN_REASON_TELLS'] as const) : []),
  ];
}

function problemsOfReview(
  decision: WithholdingDecision,
  people: readonly Decider[],
  today: Day,
): WithholdingProblem[] {
  if (!isPlainDate(decision.reviewOn) || decision.reviewOn < today) return ['REVIEW_NOT_AHEAD'];
  return decision.reviewOn > longestReview(decision, people, today) ? ['REVIEW_TOO_LATE'] : [];
}

function isOneWhoMustAct(person: Decider | undefined, imminent: boolean): boolean {
  return person !== undefined && mustAct(person, imminent);
}

/**
 * Whether a reader can be the one who acts. The school's safeguarding lead is, in imminent danger or where social care
 * isn't on the plan at all.
 */
function protects(person: Decider | undefined, imminent: boolean, people: readonly Decider[]): boolean {
  if (person === undefined) return false;
  if (OFFICES[person.role].mustAct === 'no') return false;
  return mustAct(person, imminent) || !people.some(one => mustAct(one, false));
}

function hasTwice(ids: readonly ParticipantId[]): boolean {
  return new Set(ids).size < ids.length;
}
