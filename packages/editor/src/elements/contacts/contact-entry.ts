import type {ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {Contact} from '../../records/contacts.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {contacts as say} from '../../words/en/contacts.ts';
import {words} from '../../words/words.ts';

/** What a list of values needs to know to draw one. */
export interface EntryView {
  readonly contact: Contact;
  /** A person's name, as the reader calls them; "You" for the reader. */
  readonly nameOf: (id: ParticipantId | null) => string;
  /** Whether the value itself is on the screen. */
  readonly isShown: boolean;
  readonly isCopied: boolean;
  /** Whether this person may take words out for good. */
  readonly mayTakeOut: boolean;
}

/** What can be done about one value. */
export interface EntryActs {
  readonly show: () => void;
  readonly copy: () => void;
  readonly change: () => void;
  readonly end: () => void;
  readonly agree: () => void;
  readonly takeOut: () => void;
}

/** One value: covered until it is asked for, as somebody may look over a shoulder. */
export function contactEntry(view: EntryView, act: EntryActs): TemplateResult {
  const {contact, nameOf, isShown, isCopied} = view;
  const {token, kind, value, audience, mayAsk} = contact;
  const button = (label: string, text: string, go: () => void) =>
    html`<button class="quiet" type="button" aria-label=${label} @click=${go}>${text}</button>`;
  return html`<h2>${say.kinds[kind]} <small>${token}</small></h2>
    ${isShown ? html`<p class="value">${value}</p>` : nothing}
    <p>${say.readers(words.people.and(audience.map(nameOf)))} ${say.instead(token)}</p>
    ${asked(view, act)} ${sightings(view, act)}
    <p class="acts">
      <button class="quiet" type="button" aria-expanded=${isShown ? 'true' : 'false'} @click=${act.show}>
        ${isShown ? say.hide : say.show(say.kinds[kind])}
      </button>
      ${button(say.copy(token), isCopied ? say.copied : say.copy(token), act.copy)}
      ${mayAsk ? button(say.changeOf(token), say.change, act.change) : nothing}
      ${mayAsk ? button(say.endOf(token), say.end, act.end) : nothing}
    </p>`;
}

function asked({contact, nameOf}: EntryView, act: EntryActs): TemplateResult | typeof nothing {
  const {asked: change, token, mayApprove, audience} = contact;
  if (change === null) return nothing;
  const who = nameOf(change.askedBy);
  const added = change.audience.filter(id => !audience.includes(id)).map(nameOf);
  const sentence =
    change.audience.length === 0 ? say.asksEnd(who) : say.asksReaders(who, words.people.and(added));
  return html`<div class="waiting">
    <p>${sentence}</p>
    ${
      mayApprove
        ? html`<button class="btn second" type="button" aria-label=${say.agreeOf(token)} @click=${act.agree}>
            ${say.agree}
          </button>`
        : nothing
    }
  </div>`;
}

/** Somebody wrote it who may not read it: those who keep such values have to know at once, and only they do. */
function sightings(
  {contact, nameOf, mayTakeOut}: EntryView,
  act: EntryActs,
): TemplateResult | typeof nothing {
  if (contact.sightings.length === 0) return nothing;
  return html`<div class="waiting">
    <h3>${say.seenTitle}</h3>
    <ul>
      ${contact.sightings.map(({by, at}) => html`<li>${say.seen(nameOf(by), plainDay(dayIn(at)))}</li>`)}
    </ul>
    <p>${say.seenHint}</p>
    ${
      mayTakeOut
        ? html`<button class="btn second" type="button" @click=${act.takeOut}>${say.takeOut}</button>`
        : nothing
    }
  </div>`;
}
