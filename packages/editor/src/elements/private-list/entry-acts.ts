import {addDays, type CopyReason, type Day, type Decider, type ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {Finding} from '../../records/disclosure.ts';
import type {Withholding} from '../../records/withholding.ts';
import {plainDay} from '../../words/clock-time.ts';
import {whyAsked} from '../../words/en/disclosure.ts';
import {privateList} from '../../words/en/private-list.ts';
import {screen} from '../../words/en/screen.ts';
import {copyReasonRows} from '../screen/copy-reason.ts';
import {pick, tick, valueOf} from '../screen/rows.ts';
import {latestReview} from './review-problem.ts';

/** Until which day it stays private. */
export function reviewForm(
  from: {
    readonly decision: Withholding;
    readonly people: readonly Decider[];
    readonly today: Day;
    readonly day: Day;
    readonly hasProblem: boolean;
  },
  act: {cancel: () => void; setDay: (day: Day) => void; keep: () => void},
): TemplateResult {
  const say = privateList;
  const latest = latestReview(from.decision, from.people, from.today);
  return html`<div class="act">
    <label class="label" for="day">${say.newDay}</label>
    <input
      id="day"
      type="date"
      min=${addDays(from.today, 1)}
      max=${latest}
      .value=${from.day}
      aria-invalid=${from.hasProblem ? 'true' : nothing}
      aria-describedby=${from.hasProblem ? 'problem' : 'latest'}
      @change=${(event: Event) => act.setDay(valueOf(event))}
    />
    <p class="note" id="latest">${say.latest(plainDay(latest))}</p>
    ${buttons(say.keep, act.keep, act.cancel)}
  </div>`;
}

/** That it be opened, by the first of two people. */
export function askForm(
  told: TemplateResult | typeof nothing,
  act: {cancel: () => void; ask: () => void},
): TemplateResult {
  return html`<div class="act">
    <p>${privateList.askHint}</p>
    ${told} ${buttons(privateList.askOpen, act.ask, act.cancel)}
  </div>`;
}

/** Opening it, by the second; what it would tell is cleared place by place. */
export function openForm(
  from: {
    /** What opening it does. */
    readonly hint: string;
    /** What the button says that does it. */
    readonly sure: string;
    readonly findings: readonly Finding[];
    readonly cleared: readonly string[];
    /** Words of another private note stand in it; `null` is no reason yet, `undefined` that nobody asked. */
    readonly copyReason: CopyReason | null | undefined;
  },
  told: TemplateResult | typeof nothing,
  act: {
    cancel: () => void;
    clear: (cleared: readonly string[]) => void;
    setReason: (reason: CopyReason) => void;
    open: () => void;
  },
): TemplateResult {
  const say = privateList;
  return html`<div class="act">
    <p><b>${from.hint}</b></p>
    ${told} ${from.findings.length === 0 ? nothing : html`<p>${say.look}</p>`}
    ${from.findings.map(finding =>
      tick(
        {
          label: `“${finding.words}” ${say.safe}`,
          hint: whyAsked(finding),
          isOn: from.cleared.includes(finding.key),
        },
        on =>
          act.clear(on ? [...from.cleared, finding.key] : from.cleared.filter(key => key !== finding.key)),
      ),
    )}
    ${from.copyReason === undefined ? nothing : copyReasonRows(from.copyReason, act.setReason)}
    ${buttons(from.sure, act.open, act.cancel)}
  </div>`;
}

/** That one person more reads it, by the first of two people. */
export function readerForm(
  from: {
    /** Who could be added: neither readers nor people from whom it is kept. */
    readonly people: readonly {readonly id: ParticipantId; readonly name: string}[];
    readonly chosen: ParticipantId | null;
  },
  told: TemplateResult | typeof nothing,
  act: {cancel: () => void; choose: (id: ParticipantId) => void; ask: () => void},
): TemplateResult {
  const say = privateList;
  if (from.people.length === 0)
    return html`<div class="act">
      <p>${say.everyoneReads}</p>
      <p class="acts"><button class="quiet" type="button" @click=${act.cancel}>${screen.cancel}</button></p>
    </div>`;
  return html`<div class="act">
    <fieldset>
      <legend>${say.whoReads}</legend>
      ${from.people.map(({id, name}) =>
        pick('reader', {label: name, isOn: id === from.chosen}, () => act.choose(id)),
      )}
    </fieldset>
    ${told}
    <p>${say.readerHint}</p>
    ${buttons(say.askReader, act.ask, act.cancel)}
  </div>`;
}

function buttons(text: string, go: () => void, cancel: () => void): TemplateResult {
  return html`<p class="acts">
    <button class="btn second" type="button" @click=${go}>${text}</button>
    <button class="quiet" type="button" @click=${cancel}>${screen.cancel}</button>
  </p>`;
}
