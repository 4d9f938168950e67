import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {Carry, authorsOf, effectiveRanges, type CarryRange, type EffectiveRanges} from './index.ts';

const SENTENCE = 'Mother agrees to meet the worker each week at the centre.';
const PEOPLE: Readonly<Record<number, string>> = {11: 'worker', 22: 'father', 33: 'aunt'};

type Change = (fragment: Y.XmlFragment) => void;

/** A server's document with carry-over, and writers that each have a copy of it. */
class World {
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
      for (const {person, length} of authorsOf(text, carry)) {
        counts[person ?? 'nobody'] = (counts[person ?? 'nobody'] ?? 0) + length;
      }
    }
    return counts;
  }
}

function block(words: string, name = 'paragraph'): Y.XmlElement {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

function textAt(fragment: Y.XmlFragment, position: number): Y.XmlText {
  const element = fragment.get(position);
  const text = element instanceof Y.XmlElement ? element.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('No text there');
  return text;
}

/** A world in which the worker has written two paragraphs. */
function written(first = 'First paragraph about school.', second = SENTENCE): World {
  const world = new World();
  world.change(11, fragment => {
    fragment.insert(0, [block(first), block(second)]);
  });
  return world;
}

const ALL = 'First paragraph about school.'.length + SENTENCE.length;

test('pressing Enter in a sentence leaves its author', () => {
  const world = written();
  world.change(22, fragment => {
    const text = textAt(fragment, 1);
    text.delete(30, SENTENCE.length - 30);
    fragment.insert(2, [block(SENTENCE.slice(30))]);
  });
  assert.deepEqual(world.authors(), {worker: ALL});
});

test('pressing Enter before the last few letters leaves their author', () => {
  const world = written();
  world.change(22, fragment => {
    textAt(fragment, 1).delete(SENTENCE.length - 4, 4);
    fragment.insert(2, [block(SENTENCE.slice(-4))]);
  });
  assert.deepEqual(world.authors(), {worker: ALL});
});

test('joining two paragraphs leaves the author of both', () => {
  for (const second of [SENTENCE, 'Yes.']) {
    const world = written(undefined, second);
    world.change(22, fragment => {
      const text = textAt(fragment, 0);
      fragment.delete(1, 1);
      text.insert(text.length, second);
    });
    assert.deepEqual(world.authors(), {worker: 29 + second.length});
  }
});

test('making a paragraph another kind of block leaves its author', () => {
  const world = written();
  world.change(22, fragment => {
    fragment.delete(1, 1);
    fragment.insert(1, [block(SENTENCE, 'listItem')]);
  });
  assert.deepEqual(world.authors(), {worker: ALL});
});

test('cutting and pasting leaves the author, in one step and in two', () => {
  for (const steps of [1, 2]) {
    const world = written();
    const cut: Change = fragment => {
      fragment.delete(1, 1);
    };
    const paste: Change = fragment => {
      fragment.insert(0, [block(SENTENCE)]);
    };
    if (steps === 1) {
      world.change(22, fragment => {
        cut(fragment);
        paste(fragment);
      });
    } else {
      world.change(22, cut);
      world.change(22, paste);
    }
    assert.deepEqual(world.authors(), {worker: ALL}, `${steps} steps`);
  }
});

test('what somebody else cut is not carried over by whoever types the same words', () => {
  const world = written();
  world.change(22, fragment => {
    fragment.delete(1, 1);
  });
  world.change(33, fragment => {
    fragment.insert(1, [block(SENTENCE)]);
  });
  assert.deepEqual(world.authors(), {worker: 29, aunt: SENTENCE.length});
});

test('deleting and undoing leaves the author', () => {
  const world = written();
  const copy = world.copyOf(22);
  const fragment = copy.getXmlFragment('x');
  const undo = new Y.UndoManager(fragment, {captureTimeout: 0, trackedOrigins: new Set(['own'])});
  world.change(22, () => {
    fragment.delete(1, 1);
  });
  assert.deepEqual(world.authors(), {worker: 29});
  undo.undo();
  assert.deepEqual(world.authors(), {worker: ALL});
});

test('formatting in the middle of the words that move does not hide them', () => {
  const world = written();
  world.change(11, fragment => {
    textAt(fragment, 1).format(10, 5, {bold: {}});
  });
  world.change(22, fragment => {
    fragment.delete(1, 1);
    const moved = block(SENTENCE);
    fragment.insert(0, [moved]);
    textAt(fragment, 0).format(10, 5, {bold: {}});
  });
  assert.deepEqual(world.authors(), {worker: ALL});
});

test('writing something else over a sentence makes it the words of whoever wrote that', () => {
  const world = written();
  const own = 'I will decide about every visit myself.';
  world.change(22, fragment => {
    const text = textAt(fragment, 1);
    text.delete(0, text.length);
    text.insert(0, own);
  });
  assert.deepEqual(world.authors(), {worker: 29, father: own.length});
});

test("typing one letter over a selection that holds it makes the letter one's own", () => {
  const world = written();
  world.change(22, fragment => {
    const text = textAt(fragment, 1);
    text.delete(0, text.length);
    text.insert(0, 'a');
  });
  assert.deepEqual(world.authors(), {worker: 29, father: 1});
});

test('words that move twice still lead to their first writer, after a restart too', () => {
  const world = written();
  for (const client of [22, 33, 22]) {
    world.change(client, fragment => {
      fragment.delete(1, 1);
      fragment.insert(1, [block(SENTENCE)]);
    });
  }
  assert.deepEqual(world.authors(), {worker: ALL});
  const restarted = new Carry(client => PEOPLE[client] ?? null, world.stored);
  assert.deepEqual(world.authors(restarted), {worker: ALL});
});

test('words that their own writer moves need no range', () => {
  const world = written();
  world.change(11, fragment => {
    fragment.delete(1, 1);
    fragment.insert(0, [block(SENTENCE)]);
  });
  assert.deepEqual(world.authors(), {worker: ALL});
  assert.deepEqual(world.stored, []);
});

test('a deletion that a third person sends on is not counted as theirs', () => {
  const world = written();
  world.change(22, fragment => {
    textAt(fragment, 1).delete(0, 7);
  });
  const aunt = world.copyOf(33);
  world.receive(33, Y.encodeStateAsUpdate(aunt));
  const byPerson = (person: string) =>
    world.log
      .filter(row => row.person === person)
      .flatMap(row => row.deleted)
      .reduce((sum, range) => sum + range.length, 0);
  assert.equal(byPerson('father'), 7);
  assert.equal(byPerson('aunt'), 0);
});

test('the deletions of the log add up to what the document says is deleted', () => {
  const world = written();
  world.change(22, fragment => {
    fragment.get(0);
    fragment.delete(0, 1);
  });
  world.change(33, fragment => {
    textAt(fragment, 0).delete(3, 9);
  });
  const logged = world.log.flatMap(row => row.deleted).reduce((sum, range) => sum + range.length, 0);
  const set = Y.createDeleteSetFromStructStore(world.server.store);
  const stored = [...set.clients.values()].flat().reduce((sum, range) => sum + range.len, 0);
  assert.equal(logged, stored);
});

test('forgotten deletions are not found again', () => {
  const world = written();
  world.change(22, fragment => {
    fragment.delete(1, 1);
  });
  world.carry.forgetDeleted();
  world.change(22, fragment => {
    fragment.insert(1, [block(SENTENCE)]);
  });
  assert.deepEqual(world.authors(), {worker: 29, father: SENTENCE.length});
});

test('a wording of a hundred thousand characters is not searched for', () => {
  const world = written('a', 'x'.repeat(100_000));
  world.change(22, fragment => {
    fragment.delete(1, 1);
    fragment.insert(1, [block('x'.repeat(100_000))]);
  });
  assert.deepEqual(world.stored, []);
});
