import type {CompartmentId} from '@goldthread/schema';
import type {WordsLeft} from './recover.ts';
import type {UnsentWords} from './unsent-words.ts';

/** The unsent words of one document: kept until the person dismisses them, or until they turn out to be stored. */
export class UnsentTray {
  readonly #compartmentId: CompartmentId;
  readonly #now: () => Date;
  #kept: readonly UnsentWords[] = [];
  #waiting: readonly UnsentWords[] = [];
  #count = 0;

  constructor(compartmentId: CompartmentId, now: () => Date) {
    this.#compartmentId = compartmentId;
    this.#now = now;
  }

  get words(): readonly UnsentWords[] {
    return [...this.#kept, ...this.#waiting];
  }

  /** Words that will never be sent from here. */
  keep(words: readonly WordsLeft[], why: string, asks = false): void {
    this.#waiting = [];
    this.#kept = [...this.#kept, ...words.map(word => ({...this.#label(word, why), ...(asks && {asks})}))];
  }

  /** Words that may still be sent when the connection is back. Replaces those that waited before. */
  wait(words: readonly WordsLeft[], why: string): void {
    this.#waiting = words.map(word => this.#label(word, why));
  }

  /** Lets go of what waits for its writer's decision; gives why it does. */
  dismissAsked(): string {
    const why = this.#kept.find(({asks}) => asks)?.why ?? '';
    this.#kept = this.#kept.filter(({asks}) => asks !== true);
    return why;
  }

  dismiss(id: string): void {
    this.#kept = this.#kept.filter(words => words.id !== id);
    this.#waiting = this.#waiting.filter(words => words.id !== id);
  }

  #label(word: WordsLeft, why: string): UnsentWords {
    this.#count += 1;
    return {
      ...word,
      id: `${this.#compartmentId}:${this.#count}`,
      compartmentId: this.#compartmentId,
      why,
      at: this.#now(),
    };
  }
}
