import {html, type TemplateResult} from 'lit';
import {legalGround} from '../../words/en/legal-ground.ts';
import {withhold} from '../../words/en/withhold.ts';
import {withholdChild} from '../../words/en/withhold-child.ts';
import {withholdPerson} from '../../words/en/withhold-person.ts';
import {writing} from '../screen/rows.ts';
import type {Answers} from './answers.ts';
import {askedAs, isAboutPerson, nameIn, type WithholdCase} from './case.ts';
import {childLookPage, childWhoPage} from './pages/child.ts';
import {lookPage, type Looked} from './pages/look.ts';
import type {Page} from './pages/page.ts';
import {personLookPage, personPage} from './pages/person.ts';
import {readersPage, whoPage} from './pages/people.ts';
import {factsPage, groundPage, toldPage, triedPage, whyPage} from './pages/reasons.ts';
import {knownPage, openPage, staysPage, stayTitle, whenPage} from './pages/showing.ts';
import type {Step} from './steps.ts';

/** The question of a step, which is the heading of its page. */
export function titleOfStep(step: Step, about: WithholdCase, answers: Answers): string {
  if (isAboutPerson(about)) {
    const {who, why, open} = withholdPerson;
    if (step === 'who') return who.title(nameIn(about.facts, answers.person));
    if (step === 'why') return why.title;
    if (step === 'open') return open.title;
  }
  const isChild = askedAs(about) === 'child';
  switch (step) {
    case 'who':
      return isChild ? withholdChild.who : withhold.who.title;
    case 'look':
      return isChild ? withholdChild.look : withhold.look.title;
    case 'person':
      return withholdPerson.person.title;
    case 'told':
      return withhold.told.title(about.facts.childName);
    case 'ground':
      return legalGround.title;
    case 'stays':
      return stayTitle({about});
    default:
      return withhold[step].title;
  }
}

/** What stands below the question. */
export function pageOf(step: Step, page: Page, looked: Looked): TemplateResult {
  const isChild = askedAs(page.about) === 'child';
  switch (step) {
    case 'note':
      return notePage(page);
    case 'person':
      return personPage(page);
    case 'who':
      return isChild ? childWhoPage(page) : whoPage(page);
    case 'readers':
      return readersPage(page);
    case 'why':
      return whyPage(page);
    case 'facts':
      return factsPage(page);
    case 'ground':
      return groundPage(page);
    case 'tried':
      return triedPage(page);
    case 'told':
      return toldPage(page);
    case 'known':
      return knownPage(page);
    case 'stays':
      return staysPage(page);
    case 'open':
      return openPage(page);
    case 'when':
      return whenPage(page);
    case 'look':
      if (isAboutPerson(page.about)) return personLookPage(page, looked);
      return isChild ? childLookPage(page, looked) : lookPage(page, looked);
  }
}

function notePage(page: Page): TemplateResult {
  const say = withhold.note;
  return html`<p class="hint">${say.hint}</p>
    ${writing({label: say.label, value: page.answers.note, problem: page.hasProblem}, note => page.set({note}))}`;
}
