import {CONTACT_KINDS, type ContactKind, type ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {repeat} from 'lit/directives/repeat.js';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';
import {contacts as say} from '../../words/en/contacts.ts';
import {screen} from '../../words/en/screen.ts';
import type {ScreenPage} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {pick, tick, writing} from '../screen/rows.ts';

/** A value that is about to be kept. `audience` null: the usual readers. */
export interface Draft {
  readonly kind: ContactKind | null;
  readonly value: string;
  readonly audience: ReadonlySet<ParticipantId> | null;
}

/** What there is for this person to read. */
export function listPage({
  told,
  problem,
  entries,
  add,
}: {
  readonly told: string;
  readonly problem: string;
  readonly entries: readonly (readonly [token: string, drawn: TemplateResult])[];
  readonly add: (() => void) | null;
}): ScreenPage {
  const list = html`<ul>
    ${repeat(
      entries,
      ([token]) => token,
      ([, drawn]) => html`<li class="one">${drawn}</li>`,
    )}
  </ul>`;
  const none = html`<h2>${say.empty}</h2>
    <p>${say.emptyHint}</p>`;
  const body = html`<p class="hint">${say.intro} ${entries.length === 0 ? nothing : say.noted}</p>
    <p class="told" role="status">${told}</p>
    ${problemBox(problem)} ${entries.length === 0 ? none : list}`;
  const acts =
    add === null ? null : html`<button class="btn" type="button" @click=${add}>${say.add}</button>`;
  return {heading: say.title, body, acts, back: null};
}

/** Which kind, what it is, and for whom. */
export function newPage(
  draft: Draft,
  people: readonly PersonOnPlan[],
  problem: string,
  act: {edit: (draft: Draft) => void; keep: () => void; back: () => void},
): ScreenPage {
  const me = people.find(person => person.isMe);
  const byName = () => act.edit({...draft, audience: new Set(me === undefined ? [] : [me.id])});
  const body = html`${problemBox(problem)}
    <fieldset>
      <legend>${say.which}</legend>
      ${CONTACT_KINDS.map(kind =>
        pick('kind', {label: say.kinds[kind], isOn: draft.kind === kind}, () => act.edit({...draft, kind})),
      )}
    </fieldset>
    ${writing(
      {label: say.value, value: draft.value, isShort: true, problem: problem === say.writeIt},
      value => act.edit({...draft, value}),
    )}
    <p class="note after">${say.valueHint}</p>
    <fieldset>
      <legend>${say.whoTitle}</legend>
      ${pick('who', {label: say.usual, hint: say.usualHint, isOn: draft.audience === null}, () =>
        act.edit({...draft, audience: null}),
      )}
      ${pick('who', {label: say.byName, isOn: draft.audience !== null}, byName)}
      ${
        draft.audience === null
          ? nothing
          : html`<div class="inset">
              ${names(people, draft.audience, audience => act.edit({...draft, audience}))}
            </div>`
      }
    </fieldset>`;
  const acts = html`<button class="btn" type="button" @click=${act.keep}>${say.keep}</button>`;
  return {heading: say.newTitle, body, acts, back: act.back};
}

/** What to write in the plan in its place. */
export function keptPage(token: string, act: {back: () => void}): ScreenPage {
  const body = html`<p>${say.instead(token)}</p>`;
  const acts = html`<button class="btn" type="button" @click=${act.back}>${say.back}</button>`;
  return {heading: say.kept, body, acts, back: null};
}

/** Who may read one value. */
export function readersPage(
  token: string,
  ticked: ReadonlySet<ParticipantId>,
  people: readonly PersonOnPlan[],
  problem: string,
  act: {change: (ticked: ReadonlySet<ParticipantId>) => void; save: () => void; back: () => void},
): ScreenPage {
  const body = html`${problemBox(problem)}
    <p class="hint">${say.moreWait}</p>
    <fieldset aria-labelledby="title">${names(people, ticked, act.change)}</fieldset>`;
  const acts = html`<button class="btn" type="button" @click=${act.save}>${say.save}</button>`;
  return {heading: say.readersTitle(token), body, acts, back: act.back};
}

/** Whether a value is to be destroyed. */
export function endPage(
  token: string,
  problem: string,
  act: {ask: () => void; back: () => void},
): ScreenPage {
  const body = html`${problemBox(problem)}
    <p>${say.endHint}</p>`;
  const acts = html`<button class="btn" type="button" @click=${act.ask}>${say.endSure}</button>
    <button class="quiet" type="button" @click=${act.back}>${screen.cancel}</button>`;
  return {heading: say.endTitle(token), body, acts, back: act.back};
}

function names(
  people: readonly PersonOnPlan[],
  ticked: ReadonlySet<ParticipantId>,
  onChange: (ticked: ReadonlySet<ParticipantId>) => void,
): TemplateResult {
  return html`${people.map(({id, name, relationship, isMe}) =>
    tick(
      {
        label: isMe ? say.you : name,
        ...(relationship !== '' && !isMe && {hint: relationship}),
        isOn: ticked.has(id),
      },
      isOn => {
        const now = new Set(ticked);
        if (isOn) now.add(id);
        else now.delete(id);
        onChange(now);
      },
    ),
  )}`;
}
