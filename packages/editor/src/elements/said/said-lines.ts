import {html, nothing, type TemplateResult} from 'lit';
import {nameOf} from '../../context/item-index.ts';
import type {Trace} from '../../records/traces.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {said as say} from '../../words/en/said.ts';
import {marks} from '../marks.ts';
import type {SaidItem} from './said-items.ts';
import type {QuoteState, Said} from './said-rights.ts';

/** What this person can do about one thing. */
export interface SaidActs {
  readonly childName: string;
  readonly mayLeave: boolean;
  quoteState(one: Said): QuoteState;
  mayUnquote(one: Said): boolean;
  isOwn(trace: Trace): boolean;
  houseOf(item: SaidItem): string;
  goTo(item: SaidItem): void;
  quote(one: Said): void;
  unquote(one: Said): void;
  tie(one: Said): void;
  why(one: Said): void;
  did(one: Said): void;
  takeBack(trace: Trace): void;
}

/** One thing that the child said: the words, what came of them, and what can be done. */
export function saidLines(one: Said, acts: SaidActs): TemplateResult {
  const {item, quotes, links, reason, done} = one;
  const {words, compartmentId, date} = item;
  return html`<li>
    <p class="child">${words === '' ? say.noWords : say.words(words)}</p>
    <p class="note">
      ${say.where(acts.houseOf(item), date === '' ? '' : plainDay(date))}.
      ${compartmentId === null ? say.everyone : html`${marks.lock} ${say.kept}`}
    </p>
    ${quotes.length === 0 ? nothing : places(say.quoted, quotes, acts)}
    ${links.length === 0 ? nothing : places(say.linked, links, acts)}
    ${reason === null ? nothing : told(say.reason, reason, acts)}
    ${done.map(trace => told(say.done(plainDay(trace.on ?? '')), trace, acts))} ${buttons(one, acts)}
  </li>`;
}

/** A thread leads from the words to what was written of them. */
function places(title: string, items: readonly SaidItem[], acts: SaidActs): TemplateResult {
  return html`<p class="what">${title}</p>
    <ul class="thread">
      ${items.map(item => {
        const name = nameOf(item);
        const isOpen = item.compartmentId === null;
        return html`<li>
          ${
            isOpen
              ? html`<button
                  class="quiet"
                  type="button"
                  aria-label=${say.goTo(name)}
                  @click=${() => acts.goTo(item)}
                >
                  ${name}
                </button>`
              : marks.lock
          }
          <span>${item.label === '' && isOpen ? nothing : item.words}</span>
        </li>`;
      })}
    </ul>`;
}

function told(title: string, trace: Trace, acts: SaidActs): TemplateResult {
  const {words, byName, at} = trace;
  return html`<p class="what">${title}</p>
    <p class="told">${words}</p>
    <p class="note">
      ${say.by(byName, at === null ? '' : plainDay(dayIn(at)))}
      ${
        acts.isOwn(trace)
          ? html`<button
              class="quiet"
              type="button"
              aria-label=${say.takeBackOf(words)}
              @click=${() => acts.takeBack(trace)}
            >
              ${say.takeBack}
            </button>`
          : nothing
      }
    </p>`;
}

function buttons(one: Said, acts: SaidActs): TemplateResult | typeof nothing {
  const state = acts.quoteState(one);
  const {words} = one.item;
  const can: readonly (readonly [boolean, string, string, () => void])[] = [
    [state === 'may', say.quote, say.quoteOf(words), () => acts.quote(one)],
    [acts.mayUnquote(one), say.unquote, say.unquoteOf(words), () => acts.unquote(one)],
    [acts.mayLeave, say.tie, say.tieOf(words), () => acts.tie(one)],
    [acts.mayLeave && !one.isTraced, say.why, say.whyOf(words), () => acts.why(one)],
    [acts.mayLeave, say.did, say.didOf(words), () => acts.did(one)],
  ];
  const shown = can.filter(([may]) => may);
  const cannot = state === 'kept' || state === 'notOwn' ? say.cannot[state](acts.childName) : '';
  return html`${cannot === '' ? nothing : html`<p class="note cannot">${cannot}</p>`}
  ${
    shown.length === 0
      ? nothing
      : html`<p class="buttons">
          ${shown.map(
            ([, text, label, act]) =>
              html`<button class="quiet" type="button" aria-label=${label} @click=${act}>${text}</button>`,
          )}
        </p>`
  }`;
}
