import {EVERY_ITEM_TRACED, TOLD_IN_TIME} from '@goldthread/schema/traces';
import {html, nothing, type TemplateResult} from 'lit';
import {said as say} from '../../words/en/said.ts';
import {screen} from '../../words/en/screen.ts';
import {marks} from '../marks.ts';
import {saidLines, type SaidActs} from './said-lines.ts';
import type {Said} from './said-rights.ts';

/** What the list is drawn from. */
export interface SaidList {
  /** Null until it is known what came of them. */
  readonly all: readonly Said[] | null;
  readonly child: string;
  /** As the plan writes a day. */
  readonly today: string;
  /** What was done last. */
  readonly news: string;
  readonly acts: SaidActs;
}

/** Everything that the child said, what nothing became of first, counted in words, with what a check says of it. */
export function saidList({all, child, today, news, acts}: SaidList): TemplateResult {
  if (all === null) return html`<p role="status">${screen.looking}</p>`;
  if (all.length === 0) return html`<p>${say.none(child)}</p>`;
  const open = all.filter(({isTraced}) => !isTraced);
  const rest = all.filter(({isTraced}) => isTraced);
  const isMet = EVERY_ITEM_TRACED.answer(all) === 'met';
  const said = all.map(({item, done}) => ({on: item.date, isDone: done.length > 0}));
  const isLate = TOLD_IN_TIME.answer(said, today) === 'notMet';
  return html`<p class="hint">${say.intro(child)}</p>
    <p class="count" aria-live="polite">${say.count(all.length, open.length)}</p>
    <div class="answer ${isMet ? 'met' : ''}">
      ${isMet ? marks.tick : marks.check}
      <p>${isMet ? say.check.met : say.check.notMet}<small>${say.check.name(EVERY_ITEM_TRACED.id)}</small></p>
    </div>
    ${
      isLate
        ? html`<div class="answer">
            ${marks.check}
            <p>${say.check.late(child)}<small>${say.check.name(TOLD_IN_TIME.id)}</small></p>
          </div>`
        : nothing
    }
    <p role="status" tabindex="-1">${news}</p>
    ${group(say.openFirst, open, acts)} ${group(say.rest, rest, acts)}`;
}

function group(title: string, some: readonly Said[], acts: SaidActs): TemplateResult | typeof nothing {
  if (some.length === 0) return nothing;
  return html`<h2>${title}</h2>
    <ul class="all">
      ${some.map(one => saidLines(one, acts))}
    </ul>`;
}
