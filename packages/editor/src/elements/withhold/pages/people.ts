import type {ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {PersonOnPlan} from '../../../sync/plan-facts.ts';
import {withhold} from '../../../words/en/withhold.ts';
import {withholdPerson} from '../../../words/en/withhold-person.ts';
import {people as peopleWords} from '../../../words/en/people.ts';
import {pick, tick} from '../../screen/rows.ts';
import {alwaysSee, canBeChosen, isAboutPerson, nameIn, ownWordsOf, readersOf} from '../case.ts';
import type {Page} from './page.ts';

/** From whom: people by name, and who can still see it as boxes are ticked. */
export function whoPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const say = withhold.who;
  const always = alwaysSee(about);
  const own = ownWordsOf(about);
  const mustAct = isAboutPerson(about) ? withholdPerson.who.mustAct : say.mustAct;
  return html`<p class="hint">${say.hint}</p>
    <fieldset>
      <legend class="vh">${say.people}</legend>
      ${canBeChosen(about, answers).map(person => personTick(person, answers.hidden, hidden => page.set({hidden})))}
    </fieldset>
    ${seers(page)}
    ${
      always.length === 0
        ? nothing
        : html`<h2>${mustAct}</h2>
            <ul>
              ${always.map(person => html`<li>${person.name}, ${whatOf(person)}</li>`)}
            </ul>`
    }
    ${own === undefined ? nothing : html`<p class="after">${say.ownWords(about.facts.childName)}</p>`}`;
}

/** For whom: everybody else, or those who are named. */
export function readersPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const say = withhold.readers;
  const {facts} = about;
  const others = facts.people.filter(one => !one.isMe && !answers.hidden.includes(one.id));
  const named = answers.readers ?? others.map(({id}) => id);
  return html`<p class="hint">${say.hint}</p>
    <fieldset>
      <legend class="vh">${say.title}</legend>
      ${pick('readers', {label: say.everyone, isOn: answers.readers === null}, () => page.set({readers: null}))}
      ${pick('readers', {label: say.some, isOn: answers.readers !== null}, () => page.set({readers: named}))}
    </fieldset>
    ${
      answers.readers === null
        ? nothing
        : html`<fieldset class="inset">
            <legend class="vh">${withhold.who.people}</legend>
            ${others.map(person => personTick(person, named, readers => page.set({readers})))}
            <p class="note">${say.you}</p>
          </fieldset>`
    }
    ${seers(page)}`;
}

function seers({about, answers}: Page): TemplateResult | typeof nothing {
  if (answers.hidden.length === 0) return nothing;
  const {facts} = about;
  const {person, hidden} = answers;
  const know = facts.people.map(({id}) => id).filter(id => id !== person && !hidden.includes(id));
  const ids = isAboutPerson(about) ? know : readersOf(about, answers);
  const names = peopleWords.and(ids.map(id => nameIn(facts, id)));
  const said = isAboutPerson(about)
    ? withholdPerson.who.stillKnow(nameIn(facts, person), names)
    : withhold.who.stillSees(names);
  return html`<p class="seers" role="status">${said}</p>`;
}

/** A person with a box; gives the list of those ticked as it then is. */
export function personTick(
  person: PersonOnPlan,
  ticked: readonly ParticipantId[],
  onChange: (ticked: readonly ParticipantId[]) => void,
): TemplateResult {
  const isOn = ticked.includes(person.id);
  return tick({label: person.name, hint: whatOf(person), isOn}, on =>
    onChange(on ? [...ticked, person.id] : ticked.filter(id => id !== person.id)),
  );
}

/** What a person is to the child, or on the plan, in words. */
export function whatOf({relationship, role}: PersonOnPlan): string {
  return relationship === '' ? peopleWords.roles[role] : relationship;
}
