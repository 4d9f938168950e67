import * as Y from 'yjs';
import {newItem, newParagraph, paragraphsOf, planText, sectionOf, wordsOf} from './plan-shape.ts';
import {itemId, pick, prose, seeded, whole, word, type Seeded} from './seeded.ts';

/** A run of edits that one sitting of one author made before somebody else went on. */
export interface Run {
  /** Which sitting: a number into the client ids. */
  readonly sitting: number;
  readonly updates: readonly Uint8Array[];
}

/** An old plan as its whole history, in order. */
export interface BigPlan {
  readonly runs: readonly Run[];
  readonly edits: number;
  readonly sittings: number;
  /** The state at the end as one update, and the words that it must show. */
  readonly state: Uint8Array;
  readonly text: string;
}

interface Sitting {
  readonly number: number;
  left: number;
  paragraph: Y.XmlElement | undefined;
  at: number;
}

const LONGEST_TEXT = 900;

/** Writes the plan. The same client ids and number of edits give the same plan. */
class Author {
  readonly doc = new Y.Doc();
  readonly #random: Seeded = seeded(7);

  constructor(cid: number, told: (update: Uint8Array) => void) {
    this.doc.clientID = cid;
    this.doc.on('update', told);
    this.doc.transact(() => sectionOf(this.doc).insert(0, [newItem(itemId(this.#random), 'Plan')]));
  }

  /** One edit: mostly a word, now and then a deletion, a paste, bold, a new item or one less. */
  edit(sitting: Sitting): void {
    const paragraph = this.#place(sitting);
    const words = wordsOf(paragraph);
    const dice = this.#random();
    if (dice < 0.12 && sitting.at > 4) this.#deleteBefore(sitting, words);
    else if (dice < 0.16) this.#elsewhere(sitting);
    else if (dice < 0.185 && words.length > 12) {
      words.format(whole(this.#random, words.length - 8), 4 + whole(this.#random, 5), {bold: {}});
    } else if (dice < 0.21 || words.length > LONGEST_TEXT) this.#enter(sitting, paragraph);
    else if (dice < 0.213 && sectionOf(this.doc).length > 30) {
      sectionOf(this.doc).delete(whole(this.#random, sectionOf(this.doc).length), 1);
    } else this.#write(sitting, words, dice < 0.22 ? prose(this.#random, 90) : `${word(this.#random)} `);
  }

  sitting(number: number): Sitting {
    return {number, left: 60 + whole(this.#random, 180), paragraph: undefined, at: 0};
  }
  runLength(): number {
    return 10 + whole(this.#random, 60);
  }
  another(sittings: readonly Sitting[]): Sitting {
    return pick(this.#random, sittings);
  }

  #place(sitting: Sitting): Y.XmlElement {
    if (!sitting.paragraph || sitting.paragraph._item?.deleted !== false) {
      const all = paragraphsOf(this.doc);
      const last = all.at(-1);
      sitting.paragraph = last && this.#random() < 0.6 ? last : pick(this.#random, all);
      sitting.at = wordsOf(sitting.paragraph).length;
    }
    sitting.at = Math.min(sitting.at, wordsOf(sitting.paragraph).length);
    return sitting.paragraph;
  }

  #write(sitting: Sitting, words: Y.XmlText, text: string): void {
    words.insert(sitting.at, text);
    sitting.at += text.length;
  }

  #deleteBefore(sitting: Sitting, words: Y.XmlText): void {
    const length = Math.min(1 + whole(this.#random, 10), sitting.at);
    sitting.at -= length;
    words.delete(sitting.at, length);
  }

  #elsewhere(sitting: Sitting): void {
    sitting.paragraph = pick(this.#random, paragraphsOf(this.doc));
    const words = wordsOf(sitting.paragraph);
    sitting.at = whole(this.#random, words.length + 1);
    this.#write(sitting, words, `${word(this.#random)} `);
  }

  #enter(sitting: Sitting, paragraph: Y.XmlElement): void {
    const item = paragraph.parent;
    if (!(item instanceof Y.XmlElement)) throw new Error('a paragraph of the bench lies in an item');
    this.doc.transact(() => {
      const added = newParagraph('');
      if (this.#random() < 0.6) item.insertAfter(paragraph, [added]);
      else {
        const next = newItem(itemId(this.#random), '');
        sectionOf(this.doc).insertAfter(item, [next]);
        const first = next.get(0);
        sitting.paragraph = first instanceof Y.XmlElement ? first : undefined;
        sitting.at = 0;
        return;
      }
      sitting.paragraph = added;
      sitting.at = 0;
    });
  }
}

/**
 * A plan with `edits` edits over many sittings, up to two at a time, each sitting under a client id of its own as
 * after every page load: `cidOf` gives it. The same number of edits gives the same plan but for the ids.
 */
export function buildBigPlan(edits: number, cidOf: (sitting: number) => number): BigPlan {
  const runs: Run[] = [];
  let updates: Uint8Array[] = [];
  let made = 0;
  const author = new Author(cidOf(0), update => {
    updates.push(update);
    made++;
  });
  let sittings = 2;
  let live = [author.sitting(0), author.sitting(1)];
  for (let current = live[0]; current && made < edits; current = author.another(live)) {
    author.doc.clientID = cidOf(current.number);
    for (let left = author.runLength(); left > 0 && current.left > 0 && made < edits; left--) {
      author.edit(current);
      current.left--;
    }
    if (updates.length > 0) runs.push({sitting: current.number, updates});
    updates = [];
    live = live.filter(sitting => sitting.left > 0);
    while (live.length < 2) live.push(author.sitting(sittings++));
  }
  return {runs, edits: made, sittings, state: Y.encodeStateAsUpdate(author.doc), text: planText(author.doc)};
}
