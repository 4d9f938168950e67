import type {WithholdingClass} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {dayIn, plainDay} from '../../../words/clock-time.ts';
import {withhold} from '../../../words/en/withhold.ts';
import {people as peopleWords} from '../../../words/en/people.ts';
import {marks} from '../../marks.ts';
import {hiddenFrom, nameIn} from '../case.ts';
import type {Seen} from '../seen-by.ts';
import type {Page} from './page.ts';

const CLASSES = ['sealed', 'marked'] as const;
const MOST_WORDS = 90;

/** What the last page knows besides the answers. */
export interface Looked {
  /** Who may have seen it; null is not known, undefined is still being asked. */
  readonly seen: readonly Seen[] | null | undefined;
  /** Somebody has changed the words since the first question. */
  readonly hasChanged: boolean;
}

/** The part as they will see it, and what can't be undone. */
export function lookPage(page: Page, {seen, hasChanged}: Looked): TemplateResult {
  const say = withhold.look;
  return html`${hasChanged ? html`<p class="changed" role="status">${marks.check} <b>${say.changed}</b></p>` : nothing}
    ${CLASSES.map(strictness => preview(page, strictness))}
    <p class="promise">${say.promise}</p>
    ${seenLines(page, seen)}
    <p>${say.approver}</p>`;
}

/** Who may have seen it already, each by name: what was shown can't be taken back. */
export function seenLines({about}: Page, seen: Looked['seen']): TemplateResult | typeof nothing {
  const say = withhold.look;
  if (about.item === null) return html`<p>${say.noteUnseen}</p>`;
  if (seen === undefined) return nothing;
  if (seen === null) return html`<p>${say.seenUnknown}</p>`;
  return html`${seen.map(({id, at}) => html`<p class="seen">${say.seen(nameIn(about.facts, id), plainDay(dayIn(at)))}</p>`)}`;
}

function preview(page: Page, strictness: WithholdingClass): TemplateResult | typeof nothing {
  const {about, answers} = page;
  const names = hiddenFrom(about, answers)
    .filter(one => one.class === strictness)
    .map(({id}) => nameIn(about.facts, id));
  if (names.length === 0) return nothing;
  const say = withhold.look;
  const {around, item} = about;
  const at = item === null ? around.length : around.findIndex(({id}) => id === item.id);
  const [before, after] = [around[at - 1], item === null ? undefined : around[at + 1]];
  const stays = answers.stays === 'words' ? answers.stayWords : '';
  const lead = about.facts.people.find(person => person.lead)?.name ?? '';
  const isEmpty = before === undefined && after === undefined && stays === '' && strictness === 'sealed';
  return html`<section class="preview">
    <h2>${marks.eye} ${say.as(peopleWords.and(names))}</h2>
    ${before === undefined ? nothing : html`<p>${short(before.words)}</p>`}
    ${stays === '' ? nothing : html`<p>${stays}</p>`}
    ${after === undefined ? nothing : html`<p>${short(after.words)}</p>`}
    ${strictness === 'marked' ? html`<p class="line">${withhold.known.line(lead)}</p>` : nothing}
    ${isEmpty ? html`<p class="note">${say.nothing}</p>` : nothing}
  </section>`;
}

function short(words: string): string {
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS).trimEnd()}…` : words;
}
