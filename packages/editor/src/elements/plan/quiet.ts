import type {ReactiveControllerHost} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';

interface Hold {
  readonly release: () => void;
  waiting: number;
}

/**
 * Quiet mode: what others write waits outside the documents until the person asks for it (CTAUR REQ 5A). It owns
 * the holds and counts what waits; nothing is lost, and the person's own words are sent and saved as ever.
 */
export class Quiet {
  readonly #plan: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #holds = new Map<object, Hold>();

  constructor(plan: Pick<ReactiveControllerHost, 'requestUpdate'>) {
    this.#plan = plan;
  }

  /** How many changes by others wait. */
  get waiting(): number {
    return [...this.#holds.values()].reduce((sum, hold) => sum + hold.waiting, 0);
  }

  /** Holds every open document, or none. */
  follow(source: PlanSource, isOn: boolean): void {
    if (!isOn) {
      this.release();
      return;
    }
    for (const open of source.docs.values()) {
      // A document that was replaced needs a hold of its own; its session stays.
      if (open.state.kind !== 'live' || this.#holds.has(open.doc)) continue;
      const hold: Hold = {release: open.hold(count => this.#tell(hold, count)), waiting: 0};
      this.#holds.set(open.doc, hold);
    }
  }

  /** Lets in what waited. */
  release(): void {
    const holds = [...this.#holds.values()];
    this.#holds.clear();
    for (const hold of holds) hold.release();
    if (holds.length > 0) this.#plan.requestUpdate();
  }

  #tell(hold: Hold, count: number): void {
    hold.waiting = count;
    this.#plan.requestUpdate();
  }
}
