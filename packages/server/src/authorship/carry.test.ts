import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {Carry} from './index.ts';
import {ALL, PEOPLE, SENTENCE, block, textAt, written, type Change} from './testing/world.ts';

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
