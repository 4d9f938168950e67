import type {ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {Room} from '../../records/room.ts';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';
import {people as peopleWords} from '../../words/en/people.ts';
import {room as say} from '../../words/en/room.ts';
import {problemBox} from '../screen/problem-box.ts';
import {tick} from '../screen/rows.ts';
import {canArrive, namesIn} from './stages.ts';

type Toggle = (who: ParticipantId | 'other', isOn: boolean) => void;

/** A page in place of the plan. */
export function page(title: string, content: TemplateResult): TemplateResult {
  return html`<main class="page">
    <h1 tabindex="-1">${title}</h1>
    ${content}
  </main>`;
}

/** Who is in the room, before anything is shown. */
export function askPage(
  people: readonly PersonOnPlan[],
  room: Room,
  problem: string,
  act: {label: string; toggle: Toggle; show: () => void; back: () => void},
): TemplateResult {
  return page(
    say.who,
    html`${problemBox(problem)}
      <p class="hint">${say.whoHint} ${say.closed}</p>
      <fieldset>
        <legend class="vh">${say.people}</legend>
        ${people.filter(one => !one.isMe).map(one => personRow(one, room.present.includes(one.id), act.toggle))}
        ${otherRow(room.others, act.toggle)}
      </fieldset>
      <p class="note">${say.you}</p>
      <p class="buttons">
        <button class="btn" type="button" @click=${act.show}>${act.label}</button>
        <button class="quiet" type="button" @click=${act.back}>${say.back}</button>
      </p>`,
  );
}

/** Who came in late: each is noted, and the room narrowed, as soon as they are ticked. */
export function latePage(
  people: readonly PersonOnPlan[],
  rooms: {readonly before: Room; readonly now: Room},
  state: {readonly problem: string; readonly coming: Room | null},
  act: {label: string; toggle: Toggle; show: () => void},
): TemplateResult {
  const {before, now} = rooms;
  const ticked = state.coming ?? now;
  const isBusy = state.coming !== null;
  const came = canArrive(people, before).filter(one => now.present.includes(one.id));
  const names = [...came.map(({name}) => name), ...(now.others && !before.others ? [say.stranger] : [])];
  const isChanged = names.length > 0;
  return page(
    say.lateTitle,
    html`${problemBox(state.problem)}
      <p class="hint">${say.lateHint}</p>
      <fieldset ?disabled=${isBusy}>
        <legend class="vh">${say.people}</legend>
        ${canArrive(people, before).map(one => personRow(one, ticked.present.includes(one.id), act.toggle))}
        ${before.others ? nothing : otherRow(ticked.others, act.toggle)}
      </fieldset>
      ${
        isChanged
          ? html`<p class="told" role="status">${say.narrowed(peopleWords.and(names))}</p>
              <p class="note">${say.mistake}</p>`
          : nothing
      }
      <p class="buttons">
        <button class="btn" type="button" ?disabled=${isBusy} @click=${act.show}>
          ${isChanged ? act.label : say.nobodyCame}
        </button>
      </p>`,
  );
}

/** Back to somebody's own view: an act of its own, because it may show what the room must not see. */
export function leavePage(
  isAlone: boolean,
  problem: string,
  act: {alone: (is: boolean) => void; leave: () => void; stay: () => void},
): TemplateResult {
  return page(
    say.leaveTitle,
    html`${problemBox(problem)}
      <p class="hint">${say.leaveHint}</p>
      ${tick({label: say.alone, isOn: isAlone}, act.alone)}
      <p class="buttons">
        <button class="btn second" type="button" @click=${act.leave}>${say.leaveNow}</button>
        <button class="quiet" type="button" @click=${act.stay}>${say.stay}</button>
      </p>`,
  );
}

/** The bar above the plan. */
export function roomBar(
  people: readonly PersonOnPlan[],
  room: Room,
  act: {late: () => void; leave: () => void},
): TemplateResult {
  return html`<section class="bar" aria-label=${say.banner}>
    <p class="what">
      <b>${say.banner}.</b> ${say.promise}<br />
      <span class="note">${say.here(peopleWords.and(namesIn(people, room, say.stranger)))}</span>
    </p>
    <p class="acts">
      <button class="btn second" type="button" @click=${act.late}>${say.late}</button>
      <button class="quiet" type="button" @click=${act.leave}>${say.leave}</button>
    </p>
  </section>`;
}

function personRow(person: PersonOnPlan, isOn: boolean, toggle: Toggle): TemplateResult {
  const hint = person.relationship === '' ? peopleWords.roles[person.role] : person.relationship;
  return tick({label: person.name, hint, isOn}, on => toggle(person.id, on));
}

function otherRow(isOn: boolean, toggle: Toggle): TemplateResult {
  return tick({label: say.other, hint: say.otherHint, isOn}, on => toggle('other', on));
}
