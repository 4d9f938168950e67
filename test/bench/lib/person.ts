import * as Y from 'yjs';
import {newItem, newParagraph, paragraphsOf, sectionOf, wordsOf} from './plan-shape.ts';
import {itemId, pick, seeded, typist, whole, type Seeded} from './seeded.ts';

/** Where a caret stands, as presence carries it. */
export interface Cursor {
  readonly anchor: unknown;
  readonly head: unknown;
}

/** One person at a keyboard in a real document: letters, slips that are corrected, Enter, now and then elsewhere. */
export class Person {
  readonly #doc: Y.Doc;
  readonly #random: Seeded;
  readonly #next: () => string;
  readonly #home: number;
  #paragraph: Y.XmlElement | undefined;
  #at = 0;

  /** `home` is the number of the paragraph in which the person begins. */
  constructor(doc: Y.Doc, seed: number, home: number) {
    this.#doc = doc;
    this.#random = seeded(seed);
    this.#next = typist(this.#random);
    this.#home = home;
  }

  /** One keystroke. */
  key(): Cursor {
    const paragraph = this.#place();
    const words = wordsOf(paragraph);
    const letter = this.#next();
    if (letter === '\n') this.#enter(paragraph);
    else if (this.#random() < 0.04 && this.#at > 0) {
      this.#doc.transact(() => {
        words.delete(--this.#at, 1);
        words.insert(this.#at++, letter);
      });
    } else words.insert(this.#at++, letter);
    return this.cursor();
  }

  /** Goes somewhere else without writing. */
  jump(): Cursor {
    const paragraph = pick(this.#random, paragraphsOf(this.#doc));
    this.#paragraph = paragraph;
    this.#at = whole(this.#random, wordsOf(paragraph).length + 1);
    return this.cursor();
  }

  cursor(): Cursor {
    const words = wordsOf(this.#place());
    const position: unknown = Y.relativePositionToJSON(
      Y.createRelativePositionFromTypeIndex(words, this.#at),
    );
    return {anchor: position, head: position};
  }

  /** The paragraph that the person is in; home again when somebody has removed it. */
  #place(): Y.XmlElement {
    if (!this.#paragraph || this.#paragraph._item?.deleted !== false) {
      const all = paragraphsOf(this.#doc);
      const home = all[Math.min(this.#home, all.length - 1)];
      if (!home) throw new Error('nobody has written the first item yet');
      this.#paragraph = home;
      this.#at = wordsOf(home).length;
    }
    this.#at = Math.min(this.#at, wordsOf(this.#paragraph).length);
    return this.#paragraph;
  }

  /** Enter: half of the time a paragraph in the same item, else the next item. */
  #enter(paragraph: Y.XmlElement): void {
    const item = paragraph.parent;
    if (!(item instanceof Y.XmlElement)) throw new Error('a paragraph of the bench lies in an item');
    this.#doc.transact(() => {
      if (this.#random() < 0.5) {
        const next = newParagraph('');
        item.insertAfter(paragraph, [next]);
        this.#paragraph = next;
      } else {
        const next = newItem(itemId(this.#random), '');
        sectionOf(this.#doc).insertAfter(item, [next]);
        const first = next.get(0);
        this.#paragraph = first instanceof Y.XmlElement ? first : undefined;
      }
      this.#at = 0;
    });
  }
}
