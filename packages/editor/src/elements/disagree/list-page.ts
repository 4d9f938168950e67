import {html, nothing, type TemplateResult} from 'lit';
import type {Disagreements} from '../../records/disagreements.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import {screen} from '../../words/en/screen.ts';
import {matterLines, tryLines, type MatterActs} from './matter-lines.ts';

/** Where the list leads: to noting that somebody was asked, and to not agreeing with a whole part; null for whoever doesn't do that. */
interface ListWays {
  readonly note: (() => void) | null;
  readonly part: (() => void) | null;
  /** The server of the plan. */
  readonly http: PlanHttp | null;
}

/** Everything that sides don't agree on, where one can go with that, and who was asked. */
export function listPage(
  known: Disagreements | null,
  news: string,
  acts: MatterActs,
  {note, part, http}: ListWays,
): TemplateResult {
  if (known === null) return html`<p role="status">${screen.looking}</p>`;
  const {disagreements, tries} = known;
  return html`<p role="status">${news}</p>
    <p class="hint">${say.intro}</p>
    ${disagreements.length === 0 ? html`<p>${say.none} ${say.noneHint}</p>` : nothing}
    ${part === null ? nothing : html`<p><button class="quiet" type="button" @click=${() => part()}>${say.part}</button></p>`}
    ${disagreements.map(one => matterLines(one, acts))}
    <goldthread-next-steps .http=${http}></goldthread-next-steps>
    <h2>${say.asked}</h2>
    <p class="note">${say.askedHint}</p>
    ${tries.length === 0 ? html`<p>${say.askedNone}</p>` : tryLines(tries)}
    ${
      note === null
        ? nothing
        : html`<p><button class="quiet" type="button" @click=${() => note()}>${say.note}</button></p>`
    }`;
}
