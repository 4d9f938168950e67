import type {CopyReason} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {comments as say} from '../../words/en/comments.ts';
import {commentsChild} from '../../words/en/comments-child.ts';
import {copyReasonChoice} from '../screen/copy-reason-choice.ts';
import type {Passage} from './item-words.ts';

/** What somebody is told after their words were not sent. */
export type NotSent =
  | {readonly kind: 'nothing'}
  | {readonly kind: 'problem'; readonly sentence: string}
  | {readonly kind: 'copied'};

/** What the box is drawn from, and what it leads to. */
export interface CommentForm {
  readonly isChild: boolean;
  /** Whether what is written answers a child's own words. */
  readonly isAnswer: boolean;
  /** Whom it answers; null for something new. */
  readonly replyTo: string | null;
  readonly passages: readonly Passage[];
  /** Which of them it is about; null for the whole item. */
  readonly chosen: number | null;
  readonly text: string;
  readonly notSent: NotSent;
  choose(passage: number | null): void;
  write(text: string): void;
  send(copyReason?: CopyReason): void;
  cancel(): void;
}

/** Where somebody writes something, about all of an item or about words of it. */
export function commentForm(form: CommentForm): TemplateResult {
  const speak = form.isChild ? {...say, ...commentsChild} : say;
  const title =
    form.replyTo === null ? (form.isAnswer ? say.writeAnswer : speak.write) : say.replyTo(form.replyTo);
  return html`<h2 id="write" tabindex="-1">${title}</h2>
    ${form.replyTo === null && form.passages.length > 0 ? which(form, speak.which) : nothing}
    <label class="label" for="words">${speak.yourWords}</label>
    <textarea
      id="words"
      class="short"
      maxlength="4000"
      .value=${form.text}
      @input=${({target}: Event) => {
        if (target instanceof HTMLTextAreaElement) form.write(target.value);
      }}
    ></textarea>
    ${problem(form)}
    <p class="buttons">
      <button class="btn" type="button" @click=${() => form.send()}>${speak.send}</button>
      ${
        form.replyTo === null
          ? nothing
          : html`<button class="quiet" type="button" @click=${() => form.cancel()}>${say.cancel}</button>`
      }
    </p>`;
}

function which(form: CommentForm, question: string): TemplateResult {
  const {passages, chosen} = form;
  return html`<label class="label" for="which">${question}</label>
    <select
      id="which"
      @change=${({target}: Event) => {
        if (target instanceof HTMLSelectElement)
          form.choose(target.value === '' ? null : Number(target.value));
      }}
    >
      <option value="" ?selected=${chosen === null}>${say.whole}</option>
      ${passages.map(
        ({words}, index) =>
          html`<option value=${String(index)} ?selected=${chosen === index}>${say.about(words)}</option>`,
      )}
    </select>`;
}

function problem(form: CommentForm): TemplateResult | typeof nothing {
  const {notSent} = form;
  if (notSent.kind === 'nothing') return nothing;
  if (notSent.kind === 'problem')
    return html`<p class="problem" tabindex="-1" role="alert">${notSent.sentence}</p>`;
  return copyReasonChoice(reason => form.send(reason));
}
