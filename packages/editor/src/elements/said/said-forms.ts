import {html, type TemplateResult} from 'lit';
import {nameOf} from '../../context/item-index.ts';
import type {Finding} from '../../records/disclosure.ts';
import {dayIn} from '../../words/clock-time.ts';
import {whyAsked} from '../../words/en/disclosure.ts';
import {said as say} from '../../words/en/said.ts';
import type {ScreenPage} from '../screen/page.ts';
import {pick, tick, valueOf, writing} from '../screen/rows.ts';
import type {SaidItem} from './said-items.ts';
import type {Said} from './said-rights.ts';

/** What is being written about one thing. */
export interface SaidDraft {
  readonly words: string;
  readonly on: string;
  readonly to: string;
  readonly cleared: readonly string[];
}

export const NO_DRAFT: SaidDraft = {words: '', on: '', to: '', cleared: []};

/** A question about one thing: to what it belongs, why not, what was done, what of it may stand in the plan. */
export type Question = 'tie' | 'why' | 'did' | 'look';

/** What a question is drawn from. */
export interface SaidAsked {
  readonly at: Question;
  readonly one: Said;
  readonly draft: SaidDraft;
  readonly findings: readonly Finding[];
  readonly child: string;
  /** To what it can be tied. */
  readonly to: readonly SaidItem[];
}

/** What a question leads to. */
export interface SaidAnswers {
  readonly set: (change: Partial<SaidDraft>) => void;
  tie(): void;
  leave(act: 'reason' | 'done'): void;
  quote(): void;
  readonly back: () => void;
}

type Set = SaidAnswers['set'];

/** A question about one thing that the child said, as a page of the screen. */
export function saidQuestion(asked: SaidAsked, answers: SaidAnswers): ScreenPage {
  const {at, one, draft, findings, child, to} = asked;
  const {set, back} = answers;
  switch (at) {
    case 'tie': {
      const acts = to.length === 0 ? null : press(say.tieSave, () => answers.tie());
      return {heading: say.tieAsk, body: tieForm(one, to, draft, set), acts, back};
    }
    case 'why': {
      const acts = press(say.whySave, () => answers.leave('reason'));
      return {heading: say.whyAsk, body: whyForm(one, child, draft, set), acts, back};
    }
    case 'did': {
      const acts = press(say.didSave, () => answers.leave('done'));
      return {heading: say.didAsk, body: didForm(one, child, draft, set), acts, back};
    }
    case 'look': {
      const acts = press(say.quote, () => answers.quote());
      return {heading: say.look, body: lookForm(one, findings, draft, set), acts, back};
    }
  }
}

function press(text: string, act: () => void): TemplateResult {
  return html`<button class="btn" type="button" @click=${act}>${text}</button>`;
}

const quoted = ({item}: Said): TemplateResult =>
  html`<p class="child">${item.words === '' ? say.noWords : say.words(item.words)}</p>`;

/** To which need or outcome it belongs. */
function tieForm(one: Said, items: readonly SaidItem[], {to}: SaidDraft, set: Set): TemplateResult {
  if (items.length === 0)
    return html`${quoted(one)}
      <p>${say.tieNone}</p>`;
  return html`${quoted(one)}
    ${one.item.compartmentId === null ? '' : html`<p class="hint">${say.tiePrivate}</p>`}
    <fieldset>
      <legend class="vh">${say.tieAsk}</legend>
      ${items.map(item =>
        pick(
          'to',
          {label: nameOf(item), hint: item.label === '' ? '' : item.words, isOn: to === item.id},
          () => set({to: item.id}),
        ),
      )}
    </fieldset>`;
}

/** Why it isn't in the plan. */
function whyForm(one: Said, child: string, {words}: SaidDraft, set: Set): TemplateResult {
  return html`${quoted(one)}
    <p class="hint">${say.whyHint(child)}</p>
    ${writing({label: say.yourWords, value: words, isShort: true}, text => set({words: text}))}`;
}

/** What was done, and when. */
function didForm(one: Said, child: string, draft: SaidDraft, set: Set): TemplateResult {
  return html`${whyForm(one, child, draft, set)}
    <label class="label" for="on">${say.didOn}</label>
    <input
      id="on"
      type="date"
      max=${dayIn(new Date())}
      .value=${draft.on}
      @input=${(event: Event) => set({on: valueOf(event)})}
    />`;
}

/** What the words could tell those who read section A. */
function lookForm(one: Said, findings: readonly Finding[], {cleared}: SaidDraft, set: Set): TemplateResult {
  const change = (key: string, isOn: boolean): void =>
    set({cleared: isOn ? [...cleared, key] : cleared.filter(other => other !== key)});
  return html`${quoted(one)}
    <p class="hint">${say.lookHint}</p>
    ${findings.map(finding =>
      tick({label: finding.words, hint: whyAsked(finding), isOn: cleared.includes(finding.key)}, isOn =>
        change(finding.key, isOn),
      ),
    )}`;
}
