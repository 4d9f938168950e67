import type {RecordKind} from '@goldthread/schema/wire';
import type {PlanSource} from '../../context/plan-source.ts';
import type {RecordAnswer} from '../../records/ask-records.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import type {PlanHost} from '../plan/plan-host.ts';

/**
 * Records of one kind of one open plan: asked of the server when the plan opens and when it says that something changed. Tells with
 * `change`.
 */
export class RecordsStore<Known> extends EventTarget {
  readonly plan: PlanHost;
  readonly #kind: RecordKind;
  readonly #ask: (http: PlanHttp) => Promise<RecordAnswer<Known>>;
  #source: PlanSource | null = null;
  #askedFor: PlanSource['facts'] = null;
  #known: Known | null = null;

  constructor(plan: PlanHost, kind: RecordKind, ask: (http: PlanHttp) => Promise<RecordAnswer<Known>>) {
    super();
    this.plan = plan;
    this.#kind = kind;
    this.#ask = ask;
    plan.addController({
      hostUpdated: () => this.follow(plan.source),
      hostDisconnected: () => this.follow(null),
    });
  }

  /** What the server said last; null before it has answered. */
  get known(): Known | null {
    return this.#known;
  }

  get source(): PlanSource | null {
    return this.#source;
  }

  /** Asks anew. */
  async load(): Promise<void> {
    const source = this.#source;
    if (source === null) return;
    const answer = await this.#ask(source.http);
    if (source !== this.#source || !answer.ok) return;
    this.#known = answer.value;
    this.dispatchEvent(new Event('change'));
  }

  /** Looks at what the plan has open now. */
  follow(source: PlanSource | null): void {
    if (source !== this.#source) {
      this.#source?.removeEventListener(RecordsEvent.type, this.#onRecords);
      source?.addEventListener(RecordsEvent.type, this.#onRecords);
      this.#source = source;
      this.#askedFor = null;
      this.#known = null;
    }
    // The session fetches its facts again whenever something that it may know has changed.
    if (source?.status === 'open' && source.facts !== this.#askedFor) {
      this.#askedFor = source.facts;
      void this.load();
    }
  }

  readonly #onRecords = (event: Event): void => {
    if (event instanceof RecordsEvent && event.kinds.includes(this.#kind)) void this.load();
  };
}
