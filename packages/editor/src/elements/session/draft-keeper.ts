import type {RecordAnswer} from '../../records/ask-records.ts';
import type {HouseSession} from '../../records/house-sessions.ts';

/** So long after the last key what is typed goes to the server, in milliseconds. */
const PAUSE_MS = 600;

/** Where what is typed is: on the server, on its way, or still on this page alone. */
export type Keeping = 'quiet' | 'keeping' | 'kept' | 'offline' | 'refused';

type Texts = Readonly<Record<string, string>>;

/**
 * Keeps what somebody types in one session, box by box: sealed on the server after a pause, and on this page until it is there. On the
 * device it is kept nowhere.
 */
export class DraftKeeper {
  /** What isn't on the server yet. */
  readonly #typed = new Map<string, string>();
  readonly #send: (drafts: Texts) => Promise<RecordAnswer<HouseSession>>;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #sending: Promise<void> = Promise.resolve();
  keeping: Keeping = 'quiet';
  /** Hears that it is somewhere else now. */
  onChange: () => void = () => undefined;

  constructor(send: (drafts: Texts) => Promise<RecordAnswer<HouseSession>>) {
    this.#send = send;
  }

  /** What was typed in a box and isn't on the server. */
  typed(box: string): string | undefined {
    return this.#typed.get(box);
  }

  get hasUnsent(): boolean {
    return this.#typed.size > 0;
  }

  type(box: string, text: string): void {
    this.#typed.set(box, text);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /** What is typed in these boxes is written down for good, or was thrown away. */
  drop(boxes: readonly string[]): void {
    for (const box of boxes) this.#typed.delete(box);
  }

  /** Sends what isn't on the server yet, after what is on its way. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#sending = this.#sending.then(() => this.#sendAll());
    return this.#sending;
  }

  async #sendAll(): Promise<void> {
    if (this.#typed.size === 0) return;
    const sent = new Map(this.#typed);
    this.#now('keeping');
    const answer = await this.#send(Object.fromEntries(sent));
    if (!answer.ok) {
      this.#now(answer.error.problem === 'offline' ? 'offline' : 'refused');
      return;
    }
    for (const [box, text] of sent) if (this.#typed.get(box) === text) this.#typed.delete(box);
    this.#now('kept');
  }

  #now(keeping: Keeping): void {
    this.keeping = keeping;
    this.onChange();
  }
}
