import {plainWords} from '@goldthread/schema/proposals';
import {html, nothing, type TemplateResult} from 'lit';
import type {Proposal} from '../../records/proposals.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {suggest} from '../../words/en/suggest.ts';
import {suggested as say} from '../../words/en/suggested.ts';
import {differenceView} from './difference-view.ts';
import type {ItemState} from './item-state.ts';
import type {Standing} from './standing-words.ts';
import {stateLine, stepLines, titleOf} from './suggestion-lines.ts';

/** An item for which something was suggested, and all that was. */
export interface SuggestedItem {
  readonly name: string;
  readonly state: ItemState;
  readonly proposals: readonly (readonly [Proposal, Standing | null])[];
  readonly facts: PlanFacts | null;
  /** Leads to the item; null where this page has no way there. */
  readonly goTo: (() => void) | null;
}

/** One item: how far its wording has come, by whom and when, and each suggestion with its answers and their reasons. */
export function suggestedLines({name, state, proposals, facts, goTo}: SuggestedItem): TemplateResult {
  const canAnswer = proposals.some(([{choices}]) => choices.some(choice => choice !== 'withdraw'));
  return html`<li>
    ${
      goTo === null
        ? html`<b>${name}</b>`
        : html`<button class="quiet" type="button" aria-label=${say.goTo(name)} @click=${goTo}>
            ${name}
          </button>`
    }
    <div>
      <p>
        ${say.last[state.state](state.name, onDay(state.at))}
        ${canAnswer && state.state !== 'agreed' ? say.youCan : nothing}
      </p>
      ${proposals.map(one => proposalLines(one, proposals, facts))}
    </div>
  </li>`;
}

function proposalLines(
  [proposal, standing]: SuggestedItem['proposals'][number],
  all: SuggestedItem['proposals'],
  facts: PlanFacts | null,
): TemplateResult {
  const answered = all.find(([other]) => other.id === proposal.answersTo)?.[0] ?? null;
  return html`<div class="one">
    <h3>${titleOf(proposal, answered, proposal.choices.includes('withdraw'), facts)}</h3>
    <p class="note">${proposal.at === null ? nothing : plainDay(dayIn(proposal.at))}</p>
    ${standing === null ? nothing : bothWordings(proposal, standing)}
    <p class="note">${proposal.reason === '' ? suggest.noWhy : suggest.why(proposal.reason)}</p>
    ${stepLines(proposal).map(line => html`<p class="step">${line}</p>`)}
    <p class="note">${stateLine(proposal)}</p>
  </div>`;
}

/** What the plan says beside what it would say, as long as both stand. */
function bothWordings(
  {state, name}: Proposal,
  {now, difference, facts, isSame}: Standing,
): TemplateResult | typeof nothing {
  if (isSame || state === 'agreed' || state === 'withdrawn') return nothing;
  const would = html`<dt>${say.would(name)}</dt>
    <dd>${differenceView(difference, facts)}</dd>`;
  if (state !== 'different') return html`<dl>${would}</dl>`;
  return html`<p>${say.bothCanStand}</p>
    <dl class="both">
      <div>
        <dt>${say.planSays}</dt>
        <dd class="now">${plainWords(now)}</dd>
      </div>
      <div>${would}</div>
    </dl>`;
}

function onDay(at: Date | null): string {
  return at === null ? '' : suggest.onDay(plainDay(dayIn(at)));
}
