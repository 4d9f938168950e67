import {html, nothing, type TemplateResult} from 'lit';
import type {PlanParty, Position} from '../../records/positions.ts';
import {agree as say} from '../../words/en/agree.ts';
import {people} from '../../words/en/people.ts';
import {plainDay} from '../../words/clock-time.ts';
import {earlierLine, notAsked, saidWhen, standingOf} from './stance-lines.ts';
import {stanceMarks} from './stance-marks.ts';

/** What each side says of an item, in its own words, and who was not asked. `parties` are those who read it. */
export function theirAnswers(positions: readonly Position[], parties: readonly PlanParty[]): TemplateResult {
  if (positions.length === 0) return html`<p>${say.nobodyYet}</p>`;
  const silent = notAsked(parties, positions);
  return html`<ul>
      ${positions.map(oneAnswer)}
    </ul>
    ${
      silent.length === 0
        ? nothing
        : html`<p class="silent">${stanceMarks.notAsked}${say.notAskedYet(people.and(silent))}</p>`
    }
    <p class="note">${say.silence}</p>`;
}

function oneAnswer(one: Position): TemplateResult {
  const when = saidWhen(one, one.name);
  return html`<li class=${one.stance}>
    ${stanceMarks[one.stance]}
    <div>
      <b>${standingOf(one)}.</b> ${one.words === '' ? nothing : say.quoted(one.words)}
      ${one.tries.length === 0 ? nothing : html`<small>${say.askedOn(people.and(one.tries.map(plainDay)))}</small>`}
      ${when === '' || one.tries.length > 0 ? nothing : html`<small>${when}</small>`}
      ${one.earlier.map(before => html`<small>${earlierLine(before, one.name)}</small>`)}
    </div>
  </li>`;
}
