import {problemsOf, tellsOf, type WithholdingProblem} from '@goldthread/schema';
import {uncleared, type Finding} from '../../records/disclosure.ts';
import {plainDay} from '../../words/clock-time.ts';
import {legalGround} from '../../words/en/legal-ground.ts';
import {withhold} from '../../words/en/withhold.ts';
import {withholdChild} from '../../words/en/withhold-child.ts';
import {withholdPerson} from '../../words/en/withhold-person.ts';
import {REASONS_OF, type Answers} from './answers.ts';
import {
  askedAs,
  decidersOf,
  decisionOf,
  isAboutPerson,
  latestDay,
  nameIn,
  reviewDay,
  type WithholdCase,
} from './case.ts';

/** One question, which is one page. */
export type Step =
  | 'note'
  | 'person'
  | 'who'
  | 'readers'
  | 'why'
  | 'facts'
  | 'ground'
  | 'tried'
  | 'told'
  | 'known'
  | 'stays'
  | 'open'
  | 'when'
  | 'look';

/** The questions of a case, in order. A child is asked one and shown one; a parent about their own life a few. */
export function stepsOf(about: WithholdCase): readonly Step[] {
  if (isAboutPerson(about))
    return ['person', 'who', 'why', 'facts', 'ground', 'tried', 'told', 'open', 'when', 'look'];
  const isStatutory = about.item !== null && about.section?.group === 'statutory';
  const note: readonly Step[] = about.item === null ? ['note'] : [];
  const stays: readonly Step[] = isStatutory ? ['stays'] : [];
  switch (askedAs(about)) {
    case 'child':
      return [...note, 'who', 'look'];
    case 'parent':
      return [...note, 'who', 'why', 'known', ...stays, 'when', 'look'];
    case 'professional':
      return [
        ...note,
        ...(['who', 'readers', 'why', 'facts', 'ground', 'tried', 'told', 'known'] as const),
        ...stays,
        ...(['open', 'when', 'look'] as const),
      ];
  }
}

/** What is wrong with the answer to one question; empty where one can go on. */
export function problemAt(
  step: Step,
  about: WithholdCase,
  answers: Answers,
  findings: readonly Finding[] = [],
): string {
  const say = withhold;
  switch (step) {
    case 'note':
      return answers.note.trim() === '' ? say.note.missing : '';
    case 'person':
      return answers.person === null ? withholdPerson.person.missing : '';
    case 'who':
      if (answers.hidden.length > 0) return ruleProblem(about, answers, ['MUST_ACT', 'CHILD_OWN_WORDS']);
      return askedAs(about) === 'child' ? withholdChild.missing : say.who.missing;
    case 'readers':
      return '';
    case 'why':
      return whyProblem(about, answers);
    case 'facts':
      return answers.facts.trim() === '' ? say.facts.missing : '';
    case 'ground':
      return answers.ground === 'other' && answers.groundWords.trim() === '' ? legalGround.missing : '';
    case 'tried':
      return answers.tried.trim() === '' ? say.tried.missing : '';
    case 'told':
      return answers.told === null ? say.told.missing : '';
    case 'known':
      return ruleProblem(about, answers, ['MAY_NOT_PROPOSE']);
    case 'stays':
      return staysProblem(about, answers, findings);
    case 'open':
      if (answers.open.trim() === '') return '';
      return tellProblem(about, answers, answers.open) || clearProblem(answers.open, findings, answers);
    case 'when':
      return whenProblem(about, answers);
    case 'look':
      return '';
  }
}

/** What everyone is to read of the answer to one question; empty for most. */
export function openWordsAt(step: Step, {open, stays, stayWords}: Answers): string {
  if (step === 'open') return open.trim();
  return step === 'stays' && stays === 'words' ? stayWords.trim() : '';
}

/** The question that the server's refusal is about; null where it is about none. */
export function stepOfCode(code: string, answers: Answers, findings: readonly Finding[] = []): Step | null {
  switch (code) {
    case 'DISCLOSURE': {
      const left = uncleared(findings, answers.cleared);
      return left.some(({words}) => openWordsAt('stays', answers).includes(words)) ? 'stays' : 'open';
    }
    case 'STAYS_KNOWN':
      return 'person';
    case 'HIDDEN_BEFORE':
    case 'HIDDEN_FROM_NOBODY':
    case 'MUST_ACT':
    case 'NOT_ON_PLAN':
    case 'NAMED_TWICE':
    case 'CHILD_OWN_WORDS':
      return 'who';
    case 'AUDIENCE_LACKS_PROTECTOR':
    case 'PROPOSER_LEFT_OUT':
      return 'readers';
    case 'REASON_NEEDED':
      return 'ground';
    case 'OPEN_REASON_NEEDED':
    case 'OPEN_REASON_TELLS':
      return 'open';
    case 'SAFE_WORDING_NEEDED':
    case 'SAFE_WORDING_TELLS':
      return 'stays';
    case 'REVIEW_NOT_AHEAD':
    case 'REVIEW_TOO_LATE':
      return 'when';
    default:
      return null;
  }
}

function whyProblem(about: WithholdCase, answers: Answers): string {
  if (answers.group === null) return withhold.why.missing;
  const isFine = answers.reason !== null && REASONS_OF[answers.group].includes(answers.reason);
  if (!isFine) return withhold.why.missingFine;
  return ruleProblem(about, answers, ['MUST_ACT', 'AUDIENCE_LACKS_PROTECTOR']);
}

type SaidHere = keyof typeof withhold.problems;

/** The sentence of the first rule of those asked about that the decision breaks. */
function ruleProblem(about: WithholdCase, answers: Answers, asked: readonly SaidHere[]): string {
  const context = {today: about.today, withheldTexts: [], childNames: []};
  const found: readonly WithholdingProblem[] = problemsOf(
    decisionOf(about, answers),
    decidersOf(about.facts),
    context,
  );
  const first = asked.find(problem => found.includes(problem));
  return first === undefined ? '' : withhold.problems[first];
}

function staysProblem(about: WithholdCase, answers: Answers, findings: readonly Finding[]): string {
  const {stays, stayWords} = answers;
  if (stays === null) return withhold.stays.choose;
  if (stays === 'nothing') return '';
  return stayWords.trim() === ''
    ? withhold.stays.missing
    : tellProblem(about, answers, stayWords) || clearProblem(stayWords, findings, answers);
}

/** Words that everyone reads may not give away what is hidden (rule GT-06). */
function tellProblem({item, facts}: WithholdCase, {person}: Answers, open: string): string {
  const hidden = item?.words ?? (person === null ? '' : nameIn(facts, person));
  const [tell] = tellsOf(open, hidden === '' ? [] : [hidden], [facts.childName]);
  return tell === undefined ? '' : withhold.open.tells(tell.words);
}

/** Only what was found in these words counts: there are two answers that everyone reads. */
function clearProblem(text: string, findings: readonly Finding[], {cleared}: Answers): string {
  const isLeft = uncleared(findings, cleared).some(({words}) => text.includes(words));
  return isLeft ? withhold.open.clearFirst : '';
}

function whenProblem(about: WithholdCase, answers: Answers): string {
  const day = reviewDay(about, answers);
  const latest = latestDay(about, answers);
  if (day === '') return withhold.when.missing;
  if (day <= about.today) return withhold.when.past;
  return day > latest ? withhold.when.late(plainDay(latest)) : '';
}
