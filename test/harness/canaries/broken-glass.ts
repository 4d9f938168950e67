import type {Someone} from '../proof/families/index.ts';

/** What a decision says to whom it opens in an emergency. */
interface Named {
  readonly readers: readonly Someone[];
  readonly from: readonly Someone[];
  readonly isOver: boolean;
}

/** The words of one withheld document, and who reads it because of an emergency. */
interface Opened {
  readonly readers: readonly Someone[];
  readonly markers: string[];
  readonly by: Set<Someone>;
}

/** Which words come to be read by people who break the glass. There is one withheld document for each set of readers. */
export class BrokenGlass {
  readonly #documents = new Map<string, Opened>();

  /** Notes that a marker stands in the document of these readers. */
  stands(marker: string, readers: readonly Someone[]): void {
    this.#of(readers).markers.push(marker);
  }

  /** Those who read this document in an emergency and from whom nothing in it is withheld by name. */
  breakersOf(
    readers: readonly Someone[],
    kept: readonly Named[],
    from: readonly Someone[],
  ): readonly Someone[] {
    return [...this.#of(readers).by].filter(who => !from.includes(who) && !isNamed(who, readers, kept));
  }

  /** Somebody breaks the glass; gives every marker in what that may open. */
  breaks(who: Someone, kept: readonly Named[]): readonly string[] {
    return [...this.#documents.values()].flatMap(({readers, markers, by}) => {
      if (readers.includes(who) || isNamed(who, readers, kept)) return [];
      by.add(who);
      return markers;
    });
  }

  #of(readers: readonly Someone[]): Opened {
    const made = this.#documents.get(keyOf(readers)) ?? {readers, markers: [], by: new Set<Someone>()};
    this.#documents.set(keyOf(readers), made);
    return made;
  }
}

function isNamed(who: Someone, readers: readonly Someone[], kept: readonly Named[]): boolean {
  return kept.some(one => !one.isOver && one.from.includes(who) && keyOf(one.readers) === keyOf(readers));
}

function keyOf(readers: readonly Someone[]): string {
  return [...readers].sort().join();
}
