import * as Y from 'yjs';
import {Carry, effectiveRanges, passagesOf, type CarryRange, type EffectiveRanges} from '../index.ts';

/** What the worker wrote. */
export const SENTENCE = 'Mother agrees to meet the worker each week at the centre.';
export const PEOPLE: Readonly<Record<number, string>> = {11: 'worker', 22: 'father', 33: 'aunt'};

/** A change of somebody's copy. */
export type Change = (fragment: Y.XmlFragment) => void;

/** A server's document with carry-over, and writers that each have a copy of it. */
export class World {
  readonly server = new Y.Doc();
  readonly carry: Carry<string>;
  readonly stored: CarryRange[] = [];
  readonly log: (EffectiveRanges & {readonly person: string})[] = [];
  readonly copies = new Map<number, Y.Doc>();
  #person = '';

  constructor(stored: readonly CarryRange[] = []) {
    this.carry = new Carry(client => PEOPLE[client] ?? null, stored);
    this.server.getXmlFragment('x');
    this.server.on('afterTransaction', transaction => {
      this.log.push({...effectiveRanges(transaction), person: this.#person});
      this.stored.push(...this.carry.observe(transaction, this.#person));
    });
  }

  copyOf(client: number): Y.Doc {
    const copy = this.copies.get(client) ?? new Y.Doc();
    if (!this.copies.has(client)) {
      copy.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'remote') this.receive(client, update);
      });
    }
    this.copies.set(client, copy);
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(this.server), 'remote');
    copy.clientID = client;
    return copy;
  }

  receive(client: number, update: Uint8Array): void {
    this.#person = PEOPLE[client] ?? '';
    Y.applyUpdate(this.server, update);
  }

  change(client: number, change: Change): void {
    const copy = this.copyOf(client);
    copy.transact(() => {
      change(copy.getXmlFragment('x'));
    }, 'own');
  }

  /** How many live characters each person is the first writer of. */
  authors(carry = this.carry): Record<string, number> {
    const counts: Record<string, number> = {};
    for (const block of this.server.getXmlFragment('x').toArray()) {
      const text = block instanceof Y.XmlElement ? block.get(0) : null;
      if (!(text instanceof Y.XmlText)) continue;
      for (const {person, words} of passagesOf(text, carry)) {
        counts[person ?? 'nobody'] = (counts[person ?? 'nobody'] ?? 0) + words.length;
      }
    }
    return counts;
  }
}

/** A paragraph, or another block, of words. */
export function block(words: string, name = 'paragraph'): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

/** The text of a block. */
export function textAt(fragment: Y.XmlFragment, position: number): Y.XmlText {
  const element = fragment.get(position);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('No text there');
  return text;
}

/** A world in which the worker has written two paragraphs. */
export function written(first = 'First paragraph about school.', second = SENTENCE): World {
  const world = new World();
  world.change(11, fragment => {
    fragment.insert(0, [block(first), block(second)]);
  });
  return world;
}

/** How much the worker wrote. */
export const ALL = 'First paragraph about school.'.length + SENTENCE.length;
