import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import {copyOf, docOf, markup, root, words} from '../harness/hazard-docs.ts';

/**
 * Three ways in which Yjs itself loses or leaks words, each as small as it can be; five of its ProseMirror binding
 * stand in `binding-hazards.test.ts`.
 */

/** Runs something that complains on the console, and gives back the complaints. */
function complaintsOf(run: () => void): unknown[][] {
  const complaints: unknown[][] = [];
  const {error, warn} = console;
  console.error = (...parts: unknown[]) => complaints.push(parts);
  console.warn = console.error;
  try {
    run();
  } finally {
    console.error = error;
    console.warn = warn;
  }
  return complaints;
}

describe('hazard 6: a client id is no identity', () => {
  test('whoever takes the id of another writes under it', () => {
    const honest = docOf(7, words('mine'));
    const forger = copyOf(honest, 8);
    forger.clientID = 7;
    root(forger).push([words('not mine')]);
    const server = copyOf(honest, 9);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(forger));
    assert.match(markup(server), /not mine/);
    assert.deepEqual([...server.store.clients.keys()], [7]);
  });

  test('a deletion bears the name of nobody', () => {
    const author = docOf(7, words('mine'));
    const other = copyOf(author, 8);
    root(other).delete(0, 1);
    const before = Y.encodeStateVector(author);
    Y.applyUpdate(author, Y.encodeStateAsUpdate(other));
    assert.equal(markup(author), '');
    assert.deepEqual(Y.encodeStateVector(author), before);
  });
});

describe('hazard 7: bad updates do not fail loudly', () => {
  test('a malformed update throws nothing out of the stock reader, and only complains', () => {
    const frame = encoding.createEncoder();
    encoding.writeVarUint(frame, syncProtocol.messageYjsUpdate);
    encoding.writeVarUint8Array(frame, Uint8Array.of(1, 2, 3, 255, 255));
    const reply = encoding.createEncoder();
    const reader = decoding.createDecoder(encoding.toUint8Array(frame));
    const complaints = complaintsOf(() => syncProtocol.readSyncMessage(reader, reply, new Y.Doc(), null));
    assert.ok(complaints.length > 0);
  });

  test('an update whose past is missing is kept, unseen, and sent on', () => {
    const source = docOf(1, words('first'));
    const past = Y.encodeStateVector(source);
    root(source).push([words('x'.repeat(50_000))]);
    const late = Y.encodeStateAsUpdate(source, past);
    const server = new Y.Doc();
    Y.applyUpdate(server, late);
    assert.equal(markup(server), '');
    assert.ok(server.store.pendingStructs !== null);
    assert.ok(Y.encodeStateAsUpdate(server).length > 50_000);
  });

  test('the summary of an update doesn’t tell that it hangs on another client’s unknown words', () => {
    const first = docOf(1, words('first'));
    const second = copyOf(first, 2);
    const past = Y.encodeStateVector(second);
    root(second).push([words('beside')]);
    const beside = Y.encodeStateAsUpdate(second, past);
    assert.deepEqual([...Y.parseUpdateMeta(beside).from], [[2, 0]]);
    const server = new Y.Doc();
    Y.applyUpdate(server, beside);
    assert.ok(server.store.pendingStructs !== null);
  });

  test('a deletion of unknown words is held where only pendingDs shows it', () => {
    const source = docOf(1, words('first'));
    const past = Y.encodeStateVector(source);
    root(source).delete(0, 1);
    const server = new Y.Doc();
    Y.applyUpdate(server, Y.encodeStateAsUpdate(source, past));
    assert.equal(server.store.pendingStructs, null);
    assert.ok(server.store.pendingDs !== null);
  });
});

describe('hazard 8: deleted words survive in logs', () => {
  function history(gc: boolean): {readonly doc: Y.Doc; readonly log: Uint8Array[]} {
    const doc = new Y.Doc({gc});
    const log: Uint8Array[] = [];
    doc.on('update', (update: Uint8Array) => log.push(update));
    root(doc).push([words('Biscuit')]);
    root(doc).delete(0, 1);
    return {doc, log};
  }

  const holds = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes('Biscuit');

  test('a document that collects garbage no longer has them', () => {
    assert.equal(holds(Y.encodeStateAsUpdate(history(true).doc)), false);
  });

  test('a document that keeps history has them, and so has a merged log of either', () => {
    assert.equal(holds(Y.encodeStateAsUpdate(history(false).doc)), true);
    assert.equal(holds(Y.mergeUpdates(history(true).log)), true);
  });

  test('a log that has been read into a collecting document has them no longer', () => {
    const compacted = new Y.Doc();
    for (const update of history(true).log) Y.applyUpdate(compacted, update);
    assert.equal(holds(Y.encodeStateAsUpdate(compacted)), false);
  });
});
