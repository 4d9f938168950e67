import {
  addDays,
  defaultAudience,
  isProfessional,
  longestReview,
  OFFICES,
  REASON_RULES,
  type Day,
  type Decider,
  type ParticipantId,
  type SectionSpec,
  type WithholdingClass,
  type WithholdingDecision,
  type WithholdingReason,
} from '@goldthread/schema';
import type {IndexedItem} from '../../context/item-index.ts';
import type {HiddenFrom} from '../../records/withholding.ts';
import type {PersonOnPlan, PlanFacts} from '../../sync/plan-facts.ts';
import type {Answers} from './answers.ts';

/** What is to be withheld, and all that the questions depend on. */
export interface WithholdCase {
  readonly facts: PlanFacts;
  readonly section: SectionSpec;
  /** The item to hide; null for a new private note. */
  readonly item: IndexedItem | null;
  /** The items of the same part, in order, for the look at the end. */
  readonly around: readonly IndexedItem[];
  readonly today: Day;
}

/** Whose questions are asked: a professional's, or the few of somebody who keeps their own words. */
export function askedAs({facts}: WithholdCase): 'professional' | 'parent' | 'child' {
  const {role} = facts.me;
  if (isProfessional(role)) return 'professional';
  return role === 'child' ? 'child' : 'parent';
}

/** People who always see it, because they must be able to act. */
export function alwaysSee({facts}: WithholdCase): readonly PersonOnPlan[] {
  return facts.people.filter(person => !person.isMe && OFFICES[person.role].mustAct === 'always');
}

/** The child, where these are the child's own words. */
export function ownWordsOf({facts, item}: WithholdCase): PersonOnPlan | undefined {
  return item?.isVerbatim === true ? facts.people.find(({role}) => role === 'child') : undefined;
}

/** People who can be chosen: everybody but oneself and those who always see it. */
export function canBeChosen(about: WithholdCase): readonly PersonOnPlan[] {
  const always = new Set([...alwaysSee(about), ownWordsOf(about)]);
  return about.facts.people.filter(person => !person.isMe && !always.has(person));
}

/** Who reads it as things are answered. */
export function readersOf(about: WithholdCase, answers: Answers): readonly ParticipantId[] {
  const {facts} = about;
  if (answers.readers === null) return defaultAudience(decidersOf(facts), hiddenFrom(about, answers));
  const named = new Set<ParticipantId>([facts.me.id, ...answers.readers]);
  const child = ownWordsOf(about);
  if (child !== undefined) named.add(child.id);
  return facts.people.map(({id}) => id).filter(id => named.has(id) && !answers.hidden.includes(id));
}

/** The reason as answered; a group of one needs no second question. */
export function reasonOf(about: WithholdCase, {reason}: Answers): WithholdingReason {
  return reason ?? (askedAs(about) === 'child' ? 'child_confidence' : 'risk_harm');
}

/** Whether this person may hide something so that nobody learns of it; others may hide it with a line that says so. */
export function maySeal(about: WithholdCase): boolean {
  if (askedAs(about) !== 'professional') return true;
  const {lead, role} = about.facts.me;
  return lead || OFFICES[role].proposes === 'sealed';
}

/** What is usual for a reason, as far as this person may. */
export function usualClass(about: WithholdCase, reason: WithholdingReason | null): WithholdingClass {
  if (!maySeal(about)) return 'marked';
  return reason === null ? 'sealed' : REASON_RULES[reason].suggests;
}

/** From whom it is withheld, each with how much they may know. */
export function hiddenFrom(about: WithholdCase, answers: Answers): readonly HiddenFrom[] {
  const {hidden, known, knownBy} = answers;
  const usual = usualClass(about, answers.reason);
  const classFor = (id: ParticipantId): WithholdingClass =>
    known === 'each' ? (knownBy[id] ?? usual) : (known ?? usual);
  return hidden.map(id => ({id, class: classFor(id)}));
}

/** The decision as answered so far, for the rules that look at it. */
export function decisionOf(about: WithholdCase, answers: Answers): WithholdingDecision {
  const {facts, item, today} = about;
  const isOwn = item === null || facts.ownItems.includes(item.id);
  const withheld =
    item === null ? [] : [{id: item.id, owner: isOwn ? facts.me.id : null, verbatim: item.isVerbatim}];
  return {
    items: withheld,
    personId: null,
    hiddenFrom: hiddenFrom(about, answers),
    audience: readersOf(about, answers),
    reasonCode: reasonOf(about, answers),
    legalGround: 'asked for elsewhere',
    openReason: answers.open,
    shapes: [],
    imminent: answers.imminent,
    proposedBy: facts.me.id,
    proposedOn: today,
    approvedBy: null,
    reviewOn: today,
    releaseAskedBy: null,
  };
}

/** The last day on which it may be looked at again. */
export function latestDay(about: WithholdCase, answers: Answers): Day {
  return longestReview(decisionOf(about, answers), decidersOf(about.facts), about.today);
}

/** The day on which it is looked at again, as answered. */
export function reviewDay(about: WithholdCase, answers: Answers): Day {
  const latest = latestDay(about, answers);
  if (answers.when === 'own') return answers.day;
  const week = addDays(about.today, 7);
  return answers.when === 'week' && week < latest ? week : latest;
}

/** What the rules know of people: nobody whom this reader may not know is among them. */
export function decidersOf(facts: PlanFacts): readonly Decider[] {
  return facts.people.map(({id, role, lead}) => ({id, role, lead, hiddenFrom: []}));
}

/** The name of the person on the plan, by id. */
export function nameIn({people}: PlanFacts, id: ParticipantId): string {
  return people.find(person => person.id === id)?.name ?? '';
}
