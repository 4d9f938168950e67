import {html, nothing, type TemplateResult} from 'lit';
import type {Disagreement, Disagreements} from '../../records/disagreements.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import type {FileFor} from '../../records/disagreement-files.ts';
import {disagree as say} from '../../words/en/disagree.ts';
import {screen} from '../../words/en/screen.ts';
import type {DisagreeDrafts} from './drafts.ts';
import {matterLines, tryLines, type MatterActs} from './matter-lines.ts';

/** Where the list leads: to noting that somebody was asked, and to not agreeing with a whole part; null for whoever doesn't do that. */
interface ListWays {
  readonly note: (() => void) | null;
  readonly part: (() => void) | null;
  /** What the person has begun to write and not sent, and how they go on with it. */
  readonly unsent: DisagreeDrafts['unsent'];
  readonly goOn: (about: FileFor) => void;
  readonly source: PlanSource | null;
}

/** Everything that sides don't agree on, where one can go with that, and who was asked. */
export function listPage(
  known: Disagreements | null,
  news: string,
  acts: MatterActs,
  {note, part, unsent, goOn, source}: ListWays,
): TemplateResult {
  if (known === null) return html`<p role="status">${screen.looking}</p>`;
  const {disagreements, tries} = known;
  return html`<p role="status">${news}</p>
    <p class="hint">${say.intro}</p>
    ${disagreements.length === 0 ? html`<p>${say.none} ${say.noneHint}</p>` : nothing}
    ${part === null ? nothing : html`<p><button class="quiet" type="button" @click=${() => part()}>${say.part}</button></p>`}
    ${part === null ? html`<p class="note">${say.readOnly}</p>` : unsentLines(unsent, disagreements, acts, goOn)}
    ${disagreements.map(one => matterLines(one, acts))}
    <goldthread-next-steps .http=${source?.http ?? null}></goldthread-next-steps>
    <h2>${say.asked}</h2>
    <p class="note">${say.askedHint}</p>
    ${tries.length === 0 ? html`<p>${say.askedNone}</p>` : tryLines(tries)}
    ${
      note === null
        ? nothing
        : html`<p><button class="quiet" type="button" @click=${() => note()}>${say.note}</button></p>`
    }`;
}

/** What was begun and isn't sent, of what this page still shows. */
function unsentLines(
  unsent: ListWays['unsent'],
  matters: readonly Disagreement[],
  acts: MatterActs,
  goOn: (about: FileFor) => void,
): TemplateResult[] {
  return unsent.flatMap(({about}) => {
    const name = acts.nameOfDraft(about, matters);
    return name === null
      ? []
      : [
          html`<p class="unsent">
            <b>${say.notSent(name)}</b> ${say.onlyYou}
            <button class="quiet" type="button" @click=${() => goOn(about)}>${say.carryOn(name)}</button>
          </p>`,
        ];
  });
}
