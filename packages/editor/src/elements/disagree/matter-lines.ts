import {html, nothing, type TemplateResult} from 'lit';
import type {AskedOnce, Disagreement, DisagreementEntry} from '../../records/disagreements.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {disagree as say} from '../../words/en/disagree.ts';

/** What can be done with a disagreement. */
export interface MatterActs {
  /** What its item is called. */
  nameOf(one: Disagreement): string;
  goTo(one: Disagreement): void;
  /** Whether somebody may say something to it. */
  readonly maySay: boolean;
  reply(one: Disagreement): void;
}

/** One disagreement: what the plan said, what each side says in its own words, and how it stands. */
export function matterLines(one: Disagreement, acts: MatterActs): TemplateResult {
  const name = acts.nameOf(one);
  return html`<section class="matter">
    <h2>${headOf(one, name)}</h2>
    ${matterWords(one)} ${one.isPrinted ? html`<p class="note">${say.isPrinted}</p>` : nothing}
    <p class="buttons">
      ${
        acts.maySay
          ? html`<button
              class="quiet"
              type="button"
              aria-label=${`${say.reply}. ${name}`}
              @click=${() => acts.reply(one)}
            >
              ${say.reply}
            </button>`
          : nothing
      }
      <button class="quiet" type="button" @click=${() => acts.goTo(one)}>${say.goTo(name)}</button>
    </p>
  </section>`;
}

/** What a disagreement is about, and how it stands. */
export function headOf({outcome}: Disagreement, name: string): string {
  return say.headed(name, say.outcomes[outcome]);
}

/** What the plan said that day, and beside it each side in its own words. */
export function matterWords(one: Disagreement): TemplateResult {
  const [first] = one.entries;
  return html`${
      one.quote === ''
        ? nothing
        : html`<p class="note">${say.saidThen(dayOf(first?.at ?? null))}</p>
            <blockquote>${one.quote}</blockquote>
            ${one.isChangedSince ? html`<p class="note">${say.changed}</p>` : nothing}`
    }
    <div class="sides">${sidesOf(one).map(sideColumn)}</div>`;
}

/** What each side said, in the order in which the sides came. */
function sidesOf({entries}: Disagreement): readonly (readonly DisagreementEntry[])[] {
  return [...Map.groupBy(entries, ({party}) => party).values()];
}

function sideColumn(entries: readonly DisagreementEntry[]): TemplateResult {
  return html`<ol>
    ${entries.map(entryLine)}
  </ol>`;
}

function entryLine({act, name, byName, at, words, wish, why}: DisagreementEntry): TemplateResult {
  const isGone = act === 'opened' && words === '';
  return html`<li>
    <b>${say.entries[act](name)}</b>
    <small>${[byName === name ? '' : byName, dayOf(at)].filter(text => text !== '').join(', ')}</small>
    ${words === '' ? nothing : html`<p class="said">${words}</p>`}
    ${isGone ? html`<p class="note">${say.gone}</p>` : nothing}
    ${wish === '' ? nothing : html`<p class="said">${say.wish(wish)}</p>`}
    ${why === '' ? nothing : html`<p class="said">${say.why(why)}</p>`}
  </li>`;
}

/** Whom somebody asked, when and how, and what was offered. */
export function tryLines(tries: readonly AskedOnce[]): TemplateResult {
  return html`<ul>
    ${tries.map(
      ({toName, on, means, words, byName}) =>
        html`<li>
          ${say.askedLine(toName, plainDay(on), say.means[means])}
          ${words === '' ? nothing : html`<p class="said">${say.offered(words)}</p>`}
          <small>${byName}</small>
        </li>`,
    )}
  </ul>`;
}

function dayOf(at: Date | null): string {
  return at === null ? '' : plainDay(dayIn(at));
}
