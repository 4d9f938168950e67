import type {PlanSource} from '../../context/plan-source.ts';

/**
 * Quiet mode: what others write waits outside the documents until the person asks for it (CTAUR REQ 5A). It owns
 * the holds; nothing is lost, and the person's own words are sent and saved as ever.
 */
export class Quiet {
  #releases = new Map<object, () => void>();

  /** Holds every open document, or none. */
  follow(source: PlanSource, isOn: boolean): void {
    if (!isOn) {
      this.release();
      return;
    }
    for (const open of source.docs.values()) {
      // A document that was replaced needs a hold of its own; its session stays.
      if (open.state.kind === 'live' && !this.#releases.has(open.doc))
        this.#releases.set(open.doc, open.hold());
    }
  }

  /** Lets in what waited. */
  release(): void {
    for (const release of this.#releases.values()) release();
    this.#releases = new Map();
  }
}
