import {html, nothing, type TemplateResult} from 'lit';
import {dayIn, plainDay} from '../../../words/clock-time.ts';
import {people as peopleWords} from '../../../words/en/people.ts';
import {withhold} from '../../../words/en/withhold.ts';
import {withholdPerson} from '../../../words/en/withhold-person.ts';
import {marks} from '../../marks.ts';
import {pick} from '../../screen/rows.ts';
import {canBeHidden, nameIn, namesOf} from '../case.ts';
import type {Looked} from './look.ts';
import type {Page} from './page.ts';
import {whatOf} from './people.ts';

/** Who is to be kept private: one person, whom nobody else's decision need know. */
export function personPage(page: Page): TemplateResult {
  const {about, answers} = page;
  const say = withholdPerson.person;
  return html`<p class="hint">${say.hint}</p>
    <fieldset>
      <legend class="vh">${withhold.who.people}</legend>
      ${canBeHidden(about).map(person => {
        const {id, name, isMe} = person;
        const label = isMe ? peopleWords.you(name) : name;
        return pick('person', {label, hint: whatOf(person), isOn: answers.person === id}, () =>
          page.set({person: id}),
        );
      })}
    </fieldset>
    <p class="note">${say.stayKnown}</p>`;
}

/** What happens, sentence by sentence, and what it does not do. */
export function personLookPage({about, answers}: Page, {seen}: Looked): TemplateResult {
  const say = withholdPerson.look;
  const person = nameIn(about.facts, answers.person);
  const names = namesOf(about, answers);
  return html`<section class="preview">
      <h2>${marks.eye} ${say.as(names)}</h2>
      <p>${say.promise(names, person)}</p>
      <p>${say.noGap}</p>
    </section>
    <p>${say.reads(person)} ${say.writes(names)}</p>
    <p>${say.knows(person)}</p>
    <p>${say.words(person)}</p>
    ${seen === null ? html`<p>${say.seenUnknown}</p>` : nothing}
    ${(seen ?? []).map(({id, at}) => html`<p class="seen">${say.seen(nameIn(about.facts, id), plainDay(dayIn(at)), person)}</p>`)}
    <p>${withhold.look.approver} ${say.again}</p>`;
}
