import {plainDay} from '../../words/clock-time.ts';
import {people} from '../../words/en/people.ts';
import {withhold} from '../../words/en/withhold.ts';
import type {Answers} from './answers.ts';
import {hiddenFrom, nameIn, readersOf, reasonOf, reviewDay, type WithholdCase} from './case.ts';
import {groundOf, toldOf} from './proposal.ts';
import type {Step} from './steps.ts';

/** One answer as it is read over at the end. */
export function answerText(step: Step, about: WithholdCase, answers: Answers): string {
  const {facts} = about;
  switch (step) {
    case 'note':
      return answers.note;
    case 'person':
      return answers.person === null ? '' : nameIn(facts, answers.person);
    case 'who':
      return people.and(answers.hidden.map(id => nameIn(facts, id)));
    case 'readers':
      return people.and(readersOf(about, answers).map(id => nameIn(facts, id)));
    case 'why':
      return withhold.why.reasons[reasonOf(about, answers)];
    case 'facts':
      return answers.facts;
    case 'ground':
      return groundOf(about, answers);
    case 'tried':
      return answers.tried;
    case 'told':
      return toldOf(about, answers);
    case 'known':
      return knownText(about, answers);
    case 'stays':
      return answers.stays === 'words' ? answers.stayWords : withhold.stays.nothing;
    case 'open':
      return answers.open.trim() === '' ? withhold.look.notSaid : answers.open;
    case 'when':
      return withhold.when.longest(plainDay(reviewDay(about, answers)));
    case 'look':
      return '';
  }
}

function knownText(about: WithholdCase, answers: Answers): string {
  const say = withhold.known;
  const all = hiddenFrom(about, answers);
  if (all.every(one => one.class === 'sealed')) return say.no;
  if (all.every(one => one.class === 'marked')) return say.yes;
  const texts = all.map(
    one => `${nameIn(about.facts, one.id)} ${one.class === 'sealed' ? say.personNo : say.personYes}`,
  );
  return `${texts.join(', ')}.`;
}
