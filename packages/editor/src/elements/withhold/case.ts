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
import {people as peopleWords} from '../../words/en/people.ts';
import type {Answers} from './answers.ts';

/** What is to be withheld, and all that the questions depend on. */
export interface WithholdCase {
  readonly facts: PlanFacts;
  /** The part in which it stands; null where a person is to be kept private, who stands in none. */
  readonly section: SectionSpec | null;
  /** The item to hide; null for a new private note and for a person. */
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

/** Whether it is that somebody is on the plan which is withheld. */
export function isAboutPerson({section}: WithholdCase): boolean {
  return section === null;
}

/** People who always see it, because they must be able to act. */
export function alwaysSee({facts}: WithholdCase): readonly PersonOnPlan[] {
  return facts.people.filter(person => !person.isMe && OFFICES[person.role].mustAct === 'always');
}

/** The child, where these are the child's own words. */
export function ownWordsOf({facts, item}: WithholdCase): PersonOnPlan | undefined {
  return item?.isVerbatim === true ? facts.people.find(({role}) => role === 'child') : undefined;
}

/** People from whom it can be withheld: everybody but oneself, those who always see it, and the person whom it is about. */
export function canBeChosen(
  about: WithholdCase,
  {person: withheld}: Pick<Answers, 'person'>,
): readonly PersonOnPlan[] {
  const always = new Set([...alwaysSee(about), ownWordsOf(about)]);
  return about.facts.people.filter(person => !person.isMe && !always.has(person) && person.id !== withheld);
}

/** People who can be kept private: everybody but those who are known to everybody. */
export function canBeHidden({facts}: WithholdCase): readonly PersonOnPlan[] {
  return facts.people.filter(({role, lead}) => role !== 'child' && !lead);
}

/** Who reads it as things are answered. */
export function readersOf(about: WithholdCase, answers: Answers): readonly ParticipantId[] {
  const {facts} = about;
  if (isAboutPerson(about)) return readersAboutPerson(facts, answers);
  if (answers.readers === null) return defaultAudience(decidersOf(facts), hiddenFrom(about, answers));
  const named = new Set<ParticipantId>([facts.me.id, ...answers.readers]);
  const child = ownWordsOf(about);
  if (child !== undefined) named.add(child.id);
  return facts.people.map(({id}) => id).filter(id => named.has(id) && !answers.hidden.includes(id));
}

/** Why somebody has to be hidden is for the professionals and that person, and never for the family. */
function readersAboutPerson({people}: PlanFacts, {person, hidden}: Answers): readonly ParticipantId[] {
  const may = people.filter(({id, role}) => !hidden.includes(id) && (id === person || isProfessional(role)));
  return may.map(({id}) => id);
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
  // A line that says that a person is hidden would say that there is one.
  if (isAboutPerson(about)) return 'sealed';
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
    personId: answers.person,
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

/** From whom it is withheld, by name. */
export function namesOf({facts}: WithholdCase, {hidden}: Pick<Answers, 'hidden'>): string {
  return peopleWords.and(hidden.map(id => nameIn(facts, id)));
}

/** The name of the person on the plan, by id. */
export function nameIn({people}: PlanFacts, id: ParticipantId | null): string {
  return people.find(person => person.id === id)?.name ?? '';
}
