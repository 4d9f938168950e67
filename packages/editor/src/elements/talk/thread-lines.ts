import {html, nothing, type TemplateResult} from 'lit';
import type {Comment, CommentThread} from '../../records/comments.ts';
import {clockTime, dayIn, plainDay} from '../../words/clock-time.ts';
import {comments as say} from '../../words/en/comments.ts';

/** What can be done with a thread and with what was said in it. */
export interface ThreadActs {
  readonly maySay: boolean;
  isOwn(comment: Comment): boolean;
  reply(thread: CommentThread): void;
  act(id: string, what: 'resolve' | 'reopen' | 'take-back'): void;
}

/** Comments that belong together, with the words to which they belong. */
export function threadLines(thread: CommentThread, acts: ThreadActs): TemplateResult {
  const {anchor, comments, resolved} = thread;
  const name = comments[0]?.byName ?? '';
  return html`<section class="thread" data-thread=${thread.id}>
    ${anchor === null ? nothing : words(anchor)}
    <ul>
      ${comments.map(one => oneComment(one, acts))}
    </ul>
    ${resolved === null ? nothing : html`<p class="note">${say.settledBy(resolved.byName, dayOf(resolved.at))}</p>`}
    ${
      !acts.maySay
        ? nothing
        : html`<p class="buttons">
            <button
              class="quiet"
              type="button"
              aria-label=${say.replyTo(name)}
              @click=${() => acts.reply(thread)}
            >
              ${say.reply}
            </button>
            ${settler(thread, name, acts)}
          </p>`
    }
  </section>`;
}

function settler({id, resolved}: CommentThread, name: string, acts: ThreadActs): TemplateResult {
  const isOpen = resolved === null;
  return html`<button
    class="quiet"
    type="button"
    aria-label=${(isOpen ? say.resolveOf : say.reopenOf)(name)}
    @click=${() => acts.act(id, isOpen ? 'resolve' : 'reopen')}
  >
    ${isOpen ? say.resolve : say.reopen}
  </button>`;
}

function words({quote, state}: NonNullable<CommentThread['anchor']>): TemplateResult {
  return html`${state === 'there' ? nothing : html`<p class="note">${say[state]}</p>`}
    <blockquote>${say.about(quote)}</blockquote>`;
}

function oneComment(one: Comment, acts: ThreadActs): TemplateResult {
  const {byName, relationship, at, text, takenBackAt, isForFewer} = one;
  const when = at === null ? '' : say.when(plainDay(dayIn(at)), clockTime(at));
  return html`<li>
    <p class="who">${say.from(byName, relationship)}</p>
    <small>${when}</small>
    ${
      takenBackAt === null
        ? html`<p class="said">${text}</p>`
        : html`<p class="note">${say.takenBack(byName, dayOf(takenBackAt))}</p>`
    }
    ${isForFewer ? html`<p class="note">${say.forFewer}</p>` : nothing}
    ${
      takenBackAt === null && acts.maySay && acts.isOwn(one)
        ? html`<button class="quiet" type="button" @click=${() => acts.act(one.id, 'take-back')}>
            ${say.takeBack}
          </button>`
        : nothing
    }
  </li>`;
}

function dayOf(at: Date | null): string {
  return at === null ? '' : plainDay(dayIn(at));
}
