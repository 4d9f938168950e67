import {html, nothing, type TemplateResult} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import type {FileFor} from '../../records/disagreement-files.ts';
import type {AskedOnce, Disagreement, DisagreementEntry} from '../../records/disagreements.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {disagree as say} from '../../words/en/disagree.ts';

/** What can be done with a disagreement. */
export interface MatterActs {
  /** What its item is called. */
  nameOf(one: Disagreement): string;
  /** What an unsent draft is about; null where this page doesn't show that. */
  nameOfDraft(about: FileFor, matters: readonly Disagreement[]): string | null;
  /** What its item says now; empty where this page doesn't show it. */
  wordsNow(one: Disagreement): string;
  /** Whose server has what goes with the words. */
  readonly source: PlanSource | null;
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
    ${matterWords(one, acts.wordsNow(one), entry => saidFiles(entry, acts.source))}
    ${one.isPrinted ? html`<p class="note">${say.isPrinted}</p>` : nothing}
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

/** What a disagreement is about, and how it stands: taken back on which day, answered or not. */
export function headOf({outcome, entries}: Disagreement, name: string): string {
  const first = entries[0];
  const back = entries.findLast(({act}) => act === 'withdrawn');
  if (outcome === 'withdrawn') return say.headed(name, say.withdrawnOn(dayOf(back?.at ?? null)));
  const isAnswered = outcome === 'open' && entries.some(({party}) => party !== first?.party);
  return say.headed(name, isAnswered ? say.answered : say.outcomes[outcome]);
}

/** What the plan said that day, and beside it each side in its own words. */
export function matterWords(
  one: Disagreement,
  now = '',
  filesOf: (entry: DisagreementEntry) => TemplateResult = filesInWords,
): TemplateResult {
  const [first] = one.entries;
  return html`${
      one.quote === ''
        ? nothing
        : html`<p class="note">${say.saidThen(dayOf(first?.at ?? null))}</p>
            <blockquote>${one.quote}</blockquote>
            ${one.isChangedSince ? changedLines(now) : nothing}`
    }
    <div class="sides">${sidesOf(one).map(side => sideColumn(side, filesOf))}</div>`;
}

/** That it says something else now, and what. */
function changedLines(now: string): TemplateResult {
  if (now === '') return html`<p class="note">${say.changed}</p>`;
  return html`<p class="note">${say.saysNow}</p>
    <blockquote>${now}</blockquote>`;
}

/** What goes with an entry, to hear, look at or save. */
function saidFiles({files, name}: DisagreementEntry, source: PlanSource | null): TemplateResult {
  return html`<goldthread-said-files
    .files=${files}
    .source=${source}
    .from=${name}
  ></goldthread-said-files>`;
}

/** The same on paper, where it can only be named. */
function filesInWords({files}: DisagreementEntry): TemplateResult {
  return html`<p class="note">${say.withFiles(files.map(({kind}) => say.kinds[kind]).join(', '))}</p>`;
}

/** What each side said, in the order in which the sides came. */
function sidesOf({entries}: Disagreement): readonly (readonly DisagreementEntry[])[] {
  return [...Map.groupBy(entries, ({party}) => party).values()];
}

function sideColumn(
  entries: readonly DisagreementEntry[],
  filesOf: (entry: DisagreementEntry) => TemplateResult,
): TemplateResult {
  return html`<ol>
    ${entries.map(entry => entryLine(entry, filesOf))}
  </ol>`;
}

function entryLine(
  entry: DisagreementEntry,
  filesOf: (entry: DisagreementEntry) => TemplateResult,
): TemplateResult {
  const {act, name, byName, at, words, wish, why, files, isGone} = entry;
  return html`<li>
    <b>${say.entries[act](name)}</b>
    <small>${[byName === name ? '' : byName, dayOf(at)].filter(text => text !== '').join(', ')}</small>
    ${words === '' ? nothing : html`<p class="said">${words}</p>`}
    ${isGone ? html`<p class="note">${say.gone}</p>` : nothing}
    ${wish === '' ? nothing : html`<p class="said">${say.wish(wish)}</p>`}
    ${why === '' ? nothing : html`<p class="said">${say.why(why)}</p>`}
    ${files.length === 0 ? nothing : filesOf(entry)}
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
