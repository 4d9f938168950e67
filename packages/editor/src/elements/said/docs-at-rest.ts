import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type * as Y from 'yjs';
import type {PlanSource} from '../../context/plan-source.ts';

const REST_MS = 300;
/** In a meeting the documents are never still. */
const MOST_MS = 3_000;

/** Draws its host anew once the documents of a plan have been still for a moment, or never are. */
export class DocsAtRest implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #source: () => PlanSource | null;
  readonly #watched = new Set<Y.Doc>();
  #since = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, source: () => PlanSource | null) {
    this.#host = host;
    this.#source = source;
  }

  /** Documents come and go with what a person receives. */
  hostUpdate(): void {
    for (const {doc} of this.#source()?.docs.values() ?? []) {
      if (this.#watched.has(doc)) continue;
      this.#watched.add(doc);
      doc.on('afterTransaction', this.#onTransaction);
    }
  }

  hostDisconnected(): void {
    for (const doc of this.#watched) doc.off('afterTransaction', this.#onTransaction);
    this.#watched.clear();
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #onTransaction = (): void => {
    const now = performance.now();
    if (this.#timer === undefined) this.#since = now;
    clearTimeout(this.#timer);
    const left = Math.max(0, this.#since + MOST_MS - now);
    this.#timer = setTimeout(
      () => {
        this.#timer = undefined;
        this.#host.requestUpdate();
      },
      Math.min(REST_MS, left),
    );
  };
}
