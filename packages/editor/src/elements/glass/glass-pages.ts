import type {ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {
  GLASS_OUTCOMES,
  GLASS_REASONS,
  type GlassOutcome,
  type GlassReason,
  type Opening,
} from '../../records/glass.ts';
import {clockTime, dayIn, plainDay} from '../../words/clock-time.ts';
import {glass as say} from '../../words/en/glass.ts';
import {screen} from '../../words/en/screen.ts';
import type {ScreenPage} from '../screen/page.ts';
import {problemBox} from '../screen/problem-box.ts';
import {pick, writing} from '../screen/rows.ts';

/** What somebody is about to say of an emergency. */
export interface Plea {
  readonly reason: GlassReason | null;
  readonly words: string;
}

/** What somebody is about to say of an opening afterwards. */
export interface Verdict {
  readonly outcome: GlassOutcome | null;
  readonly words: string;
}

/** The questions for whoever may open, and what was opened before: first where it waits for this person. */
export function askPage(
  plea: Plea | null,
  {openings, areFirst}: {readonly openings: TemplateResult; readonly areFirst: boolean},
  problem: string,
  act: {edit: (plea: Plea) => void; open: () => void},
): ScreenPage {
  if (plea === null) return {heading: say.title, body: openings, acts: null, back: null};
  const body = html`${problemBox(problem)} ${areFirst ? openings : nothing}
    <p class="hint">${say.intro}</p>
    <ul class="rules">
      ${say.rules.map(rule => html`<li>${rule}</li>`)}
    </ul>
    <fieldset>
      <legend>${say.why}</legend>
      ${GLASS_REASONS.map(reason =>
        pick('reason', {label: say.reasons[reason], isOn: plea.reason === reason}, () =>
          act.edit({...plea, reason}),
        ),
      )}
    </fieldset>
    ${writing(
      {label: say.words, value: plea.words, isShort: true, problem: problem === say.tooShort},
      words => act.edit({...plea, words}),
    )}
    <p class="note after">${say.wordsHint}</p>
    ${areFirst ? nothing : openings}`;
  const acts = html`<button class="btn" type="button" @click=${act.open}>${say.open}</button>`;
  return {heading: say.title, body, acts, back: null};
}

/** That it must be sure first who asks. */
export function provePage(act: {prove: () => void; back: () => void}): ScreenPage {
  const acts = html`<button class="btn" type="button" @click=${act.prove}>${say.proveButton}</button>`;
  return {heading: say.proveTitle, body: html`<p>${say.prove}</p>`, acts, back: act.back};
}

/** That it is open. */
export function openPage(until: Date, close: () => void): ScreenPage {
  const acts = html`<button class="btn" type="button" @click=${close}>${say.seePlan}</button>`;
  return {heading: say.opened(clockTime(until)), body: html`<p>${say.openedHint}</p>`, acts, back: null};
}

/** Whether it was right. */
export function checkPage(
  opening: TemplateResult,
  verdict: Verdict,
  problem: string,
  act: {edit: (verdict: Verdict) => void; save: () => void; back: () => void},
): ScreenPage {
  const body = html`${problemBox(problem)} ${opening}
    <fieldset aria-labelledby="title">
      ${GLASS_OUTCOMES.map(outcome =>
        pick(
          'outcome',
          {
            label: say.outcomes[outcome],
            ...(outcome === 'notJustified' && {hint: say.notJustifiedHint}),
            isOn: verdict.outcome === outcome,
          },
          () => act.edit({...verdict, outcome}),
        ),
      )}
    </fieldset>
    ${writing(
      {label: say.outcomeWords, value: verdict.words, isShort: true, problem: problem === say.sayWhy},
      words => act.edit({...verdict, words}),
    )}`;
  const acts = html`<button class="btn" type="button" @click=${act.save}>${say.save}</button>
    <button class="quiet" type="button" @click=${act.back}>${screen.cancel}</button>`;
  return {heading: say.checkTitle, body, acts, back: act.back};
}

/** One opening: who and why, how long, and what became of it. */
export function openingEntry(
  opening: Opening,
  {now, nameOf}: {readonly now: Date; readonly nameOf: (id: ParticipantId | null) => string},
): TemplateResult {
  const {by, at, until, reason, words, review, reviewBy, isOverdue} = opening;
  const when = `${plainDay(dayIn(at))}, ${clockTime(at)}`;
  return html`<p class="who">${say.did(nameOf(by), when)}</p>
    <p><b>${`${say.reasons[reason]}.`}</b> ${words ?? nothing}</p>
    ${until > now && review?.outcome !== 'notJustified' ? html`<p>${say.openUntil(clockTime(until))}</p>` : nothing}
    ${
      review === null
        ? html`<p>${isOverdue ? say.late(plainDay(reviewBy)) : say.checkBy(plainDay(reviewBy))}</p>`
        : html`<p>
            ${say.checked(nameOf(review.by), plainDay(dayIn(review.at)))}
            <b>${`${say.outcomes[review.outcome]}.`}</b> ${review.words ?? nothing}
          </p>`
    }`;
}
