import * as Y from 'yjs';
import {asElement, typeOf} from './struct-store.ts';

/** Characters with consecutive ids, and where they begin in the words of their item. */
export interface WordsPiece {
  readonly at: number;
  readonly length: number;
  readonly client: number;
  readonly clock: number;
}

/** The words of an item, its texts in order and a line each. */
export interface ItemWords {
  readonly text: string;
  readonly pieces: readonly WordsPiece[];
  /** From where to where the transaction changed something in the text; `null` where nowhere. */
  readonly touched: {readonly from: number; readonly to: number} | null;
  /** Details that were filled in, and the addresses of links; of a look at a change only those that it brought. */
  readonly details: readonly string[];
}

type IsThere = (struct: Y.Item) => boolean;

/** Elements whose text is no words: the line of a drawing. */
const WORDLESS = new Set(['stroke']);
/** Attributes that name other things. */
const NAMING = new Set(['id', 'to', 'rel', 'kind', 'attachment', 'symbol']);
/** Shorter details tell nothing. */
const SHORTEST_DETAIL = 5;

const isThereNow: IsThere = ({deleted}) => !deleted;

/**
 * The words of an item after a transaction, and what of them it changed. To be asked as its `afterTransaction` is, before Yjs
 * collects what it deleted.
 */
export function wordsAfter(item: Y.XmlElement, transaction: Y.Transaction): ItemWords {
  return new Reading(isThereNow, wasThere(transaction)).of(item);
}

/** The words of an item as they were before a transaction; under the same condition. */
export function wordsBefore(item: Y.XmlElement, transaction: Y.Transaction): ItemWords {
  return new Reading(wasThere(transaction), null).of(item);
}

/** The words of an item as it is. */
export function wordsNow(item: Y.XmlElement): ItemWords {
  return new Reading(isThereNow, null).of(item);
}

function wasThere({beforeState, deleteSet}: Y.Transaction): IsThere {
  return ({id, deleted}) =>
    id.clock < (beforeState.get(id.client) ?? 0) && (!deleted || Y.isDeleted(deleteSet, id));
}

class Reading {
  readonly #isThere: IsThere;
  /** What counted before; `null` where no change is looked at. */
  readonly #wasThere: IsThere | null;
  readonly #pieces: WordsPiece[] = [];
  readonly #details: string[] = [];
  #text = '';
  #from = Infinity;
  #to = -1;

  constructor(isThere: IsThere, wasThere: IsThere | null) {
    this.#isThere = isThere;
    this.#wasThere = wasThere;
  }

  of(item: Y.XmlElement): ItemWords {
    this.#element(item);
    const touched = this.#to < 0 ? null : {from: this.#from, to: this.#to};
    return {text: this.#text, pieces: this.#pieces, touched, details: this.#details};
  }

  #element(element: Y.XmlElement): void {
    for (const [name, latest] of element._map) {
      if (!NAMING.has(name) && !name.startsWith('anchor.')) this.#detail(latest);
    }
    if (WORDLESS.has(element.nodeName)) return;
    for (let child = element._start; child !== null; child = child.right) {
      const type = typeOf(child);
      if (!this.#isThere(child)) {
        if (this.#wasThere?.(child) === true) this.#touch(this.#text.length);
        continue;
      }
      const inner = asElement(type);
      if (inner !== null) this.#element(inner);
      else if (type instanceof Y.XmlText) this.#line(type);
    }
  }

  #line(text: Y.XmlText): void {
    for (let item = text._start; item !== null; item = item.right) {
      const {content, id} = item;
      const at = this.#text.length;
      const isThere = this.#isThere(item);
      const isChanged = this.#wasThere !== null && this.#wasThere(item) !== isThere;
      if (content instanceof Y.ContentString) {
        if (isThere) {
          this.#pieces.push({at, length: content.str.length, client: id.client, clock: id.clock});
          this.#text += content.str;
        }
        if (isChanged) this.#touch(at);
      } else if (isThere && content instanceof Y.ContentFormat && (this.#wasThere === null || isChanged)) {
        this.#address(content.value);
      }
    }
    this.#text += '\n';
  }

  /** From `at` to here. */
  #touch(at: number): void {
    this.#from = Math.min(this.#from, at);
    this.#to = Math.max(this.#to, this.#text.length);
  }

  /** Of an attribute only the newest that counts; older ones are kept behind it as deleted. */
  #detail(latest: Y.Item): void {
    let item: Y.Item | null = latest;
    while (item !== null && !this.#isThere(item)) item = item.left;
    if (item === null || this.#wasThere?.(item) === true) return;
    const value: unknown = item.content instanceof Y.ContentAny ? item.content.arr[0] : null;
    if (typeof value === 'string' && value.length >= SHORTEST_DETAIL) this.#details.push(value);
  }

  #address(value: unknown): void {
    if (typeof value !== 'object' || value === null) return;
    for (const one of Object.values(value)) if (typeof one === 'string') this.#details.push(readable(one));
  }
}

/** In the address of a web page spaces are written as `%20` or `+`. */
function readable(address: string): string {
  try {
    return decodeURIComponent(address).replaceAll('+', ' ');
  } catch {
    return address;
  }
}
