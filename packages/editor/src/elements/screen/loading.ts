import type {RecordKind} from '@goldthread/schema/wire';
import {html, type ReactiveController, type ReactiveControllerHost, type TemplateResult} from 'lit';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {screen} from '../../words/en/screen.ts';
import {sentenceOf} from './sentence-of.ts';

/** Where something stands that a screen asks the server for. */
export type Loading<T> = Waiting | {readonly kind: 'known'; readonly value: T};
/** The same before it is known. */
export type Waiting = {readonly kind: 'looking'} | {readonly kind: 'failed'; readonly sentence: string};

/** What tells that it may be another by now, and which of its events do. */
export interface News {
  from(): EventTarget;
  readonly type: string;
  isOurs(event: Event): boolean;
}

/** The news that records of a kind have changed. */
export function newsOf(kind: RecordKind, from: () => EventTarget): News {
  return {
    from,
    type: RecordsEvent.type,
    isOurs: event => event instanceof RecordsEvent && event.kinds.includes(kind),
  };
}

/**
 * What a screen shows of the server: asked for when the screen opens, asked for again on news of it, and drawn as it stands. What
 * is known already stays when asking again fails: it is better than a sentence about a connection.
 */
export class LoadingController<T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #ask: () => Promise<RecordAnswer<T>>;
  readonly #news: News | null;
  #heard: EventTarget | null = null;
  #state: Loading<T> = {kind: 'looking'};
  #isAsked = false;
  /** How often it was asked for, and which of these answers is the newest that came. */
  #asked = 0;
  #answered = 0;

  constructor(host: ReactiveControllerHost, ask: () => Promise<RecordAnswer<T>>, news: News | null = null) {
    this.#host = host;
    this.#ask = ask;
    this.#news = news;
    host.addController(this);
  }

  get state(): Loading<T> {
    return this.#state;
  }

  /** What is known; null until then. */
  get value(): T | null {
    return this.#state.kind === 'known' ? this.#state.value : null;
  }

  hostConnected(): void {
    this.#heard = this.#news?.from() ?? null;
    if (this.#news !== null) this.#heard?.addEventListener(this.#news.type, this.#onNews);
    if (!this.#isAsked) void this.load();
    this.#isAsked = true;
  }

  hostDisconnected(): void {
    if (this.#news !== null) this.#heard?.removeEventListener(this.#news.type, this.#onNews);
    this.#heard = null;
  }

  /** Asks now. */
  async load(): Promise<void> {
    const turn = ++this.#asked;
    const answer = await this.#ask();
    // What was asked for earlier and comes later says how it was before.
    if (turn < this.#answered) return;
    if (answer.ok) {
      this.#answered = turn;
      this.know(answer.value);
    } else if (this.#state.kind !== 'known') {
      this.#now({kind: 'failed', sentence: sentenceOf(answer.error)});
    }
  }

  /** Says what is so now, where the screen knows it without asking. */
  know(value: T): void {
    this.#now({kind: 'known', value});
  }

  /** What is known, as `known` draws it, or what stands there until then. */
  draw(known: (value: T) => TemplateResult): TemplateResult {
    const state = this.#state;
    return state.kind === 'known' ? known(state.value) : this.#waitingAt(state);
  }

  /** What stands there until it is known; null from then on. */
  waiting(): TemplateResult | null {
    const state = this.#state;
    return state.kind === 'known' ? null : this.#waitingAt(state);
  }

  /** That it is being asked for, or why it can't be shown and a button to try again. */
  #waitingAt(state: Waiting): TemplateResult {
    if (state.kind === 'looking') return html`<p role="status">${screen.looking}</p>`;
    return html`<p role="alert">${state.sentence}</p>
      <button class="btn second" type="button" @click=${() => void this.load()}>${screen.tryAgain}</button>`;
  }

  #now(state: Loading<T>): void {
    this.#state = state;
    this.#host.requestUpdate();
  }

  readonly #onNews = (event: Event): void => {
    if (this.#news?.isOurs(event) === true) void this.load();
  };
}
