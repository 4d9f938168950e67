import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {planSchema} from '@goldthread/schema/prosemirror';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import {Schema, type NodeSpec} from 'prosemirror-model';
import {Plugin} from 'prosemirror-state';
import {
  yXmlFragmentToProseMirrorRootNode,
  yXmlFragmentToProsemirrorJSON,
  ySyncPluginKey,
} from 'y-prosemirror';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import {BareView} from '../harness/bare-view.ts';

/**
 * Eight ways in which Yjs and its ProseMirror binding lose or leak words, each as small as it can be. They are faults
 * of nobody here: an upgrade that mends one makes its test fail, and then the code that goes round it can go too.
 */
const paragraph: NodeSpec = {content: 'text*', group: 'block'};
const outcome: NodeSpec = {content: 'paragraph*', group: 'block'};
const text: NodeSpec = {};

const WIDE = new Schema({nodes: {doc: {content: 'block*'}, outcome, paragraph, text}});
const NARROW = new Schema({nodes: {doc: {content: 'block*'}, paragraph, text}});

function words(content: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  element.insert(0, [new Y.XmlText(content)]);
  return element;
}

function docOf(clientID: number, ...elements: Y.XmlElement[]): Y.Doc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  doc.getXmlFragment('section:E').push(elements);
  return doc;
}

function outcomeOf(...parts: Y.XmlElement[]): Y.XmlElement {
  const element = new Y.XmlElement('outcome');
  element.insert(0, parts);
  return element;
}

function root(doc: Y.Doc): Y.XmlFragment {
  return doc.getXmlFragment('section:E');
}

function copyOf(doc: Y.Doc, clientID: number): Y.Doc {
  const copy = new Y.Doc();
  copy.clientID = clientID;
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

function exchange(one: Y.Doc, other: Y.Doc): void {
  Y.applyUpdate(one, Y.encodeStateAsUpdate(other, Y.encodeStateVector(one)));
  Y.applyUpdate(other, Y.encodeStateAsUpdate(one, Y.encodeStateVector(other)));
}

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

describe('hazard 1: an older schema destroys content for everybody', () => {
  test('opening a view that lacks a node deletes that node from the shared document', () => {
    const doc = docOf(1, outcomeOf(words('Jory asks for help')), words('after'));
    const view = new BareView(root(doc), NARROW);
    assert.equal(root(doc).toString(), '<paragraph>after</paragraph>');
    view.destroy();
  });
});

describe('hazard 2: a content expression that requires something destroys it when two people delete', () => {
  function afterTwoDeletions(content: string): string {
    const strict = new Schema({
      nodes: {doc: {content: 'outcome*'}, outcome: {content}, title: {content: 'text*'}, paragraph, text},
    });
    const title = new Y.XmlElement('title');
    title.insert(0, [new Y.XmlText('Asking')]);
    const one = docOf(1, outcomeOf(title, words('first'), words('second')));
    const other = copyOf(one, 2);
    for (const [doc, at] of [
      [one, 1],
      [other, 2],
    ] as const) {
      const [item] = root(doc).toArray();
      assert.ok(item instanceof Y.XmlElement);
      item.delete(at, 1);
    }
    exchange(one, other);
    const view = new BareView(root(one), strict);
    view.destroy();
    return root(one).toString();
  }

  test('with one paragraph required, the whole item is gone after the merge', () => {
    assert.equal(afterTwoDeletions('title paragraph+'), '');
  });

  test('with nothing required, the title stays', () => {
    assert.equal(afterTwoDeletions('title paragraph*'), '<outcome><title>Asking</title></outcome>');
  });

  test('no node of the plan’s own schema requires any content or any attribute', () => {
    for (const type of Object.values(planSchema.nodes)) {
      assert.ok(type.contentMatch.validEnd, type.name);
      assert.equal(type.hasRequiredAttrs(), false, type.name);
    }
  });
});

describe('hazard 3: reading can delete', () => {
  test('the reader of the binding deletes what its schema lacks', () => {
    const doc = docOf(1, outcomeOf(words('Jory asks for help')), words('after'));
    yXmlFragmentToProseMirrorRootNode(root(doc), NARROW);
    assert.equal(root(doc).toString(), '<paragraph>after</paragraph>');
  });

  test('reading by way of JSON deletes nothing and throws', () => {
    const doc = docOf(1, outcomeOf(words('Jory asks for help')), words('after'));
    const before = root(doc).toString();
    const json: unknown = yXmlFragmentToProsemirrorJSON(root(doc));
    assert.throws(() => NARROW.nodeFromJSON(json), /Unknown node type: outcome/);
    assert.equal(root(doc).toString(), before);
  });
});

describe('hazard 4: filtering a sync transaction reverts other people’s work', () => {
  test('a refused remote change is taken out for everybody by the next key', () => {
    const doc = docOf(1, words('one'));
    let refusing = false;
    const filter = new Plugin({filterTransaction: () => !refusing});
    const view = new BareView(root(doc), WIDE, [filter]);
    const remote = copyOf(doc, 2);
    const [element] = root(remote).toArray();
    assert.ok(element instanceof Y.XmlElement);
    const [line] = element.toArray();
    assert.ok(line instanceof Y.XmlText);
    line.insert(3, ' REMOTE');
    refusing = true;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote));
    refusing = false;
    assert.equal(root(doc).toString(), '<paragraph>one REMOTE</paragraph>');
    assert.equal(view.doc.textContent, 'one');
    view.type(1, 'x');
    assert.equal(root(doc).toString(), '<paragraph>xone</paragraph>');
    view.destroy();
  });
});

describe('hazard 5: appending to a sync transaction diverges, then duplicates', () => {
  /** Adds a closing paragraph where none is. */
  const sign = (): Plugin =>
    new Plugin({
      appendTransaction: (transactions, _, state) => {
        const isRemote = transactions.some(tr => tr.getMeta(ySyncPluginKey) !== undefined);
        const isSigned = state.doc.lastChild?.textContent === 'signed';
        if (!isRemote || isSigned || state.doc.childCount === 0) return null;
        return state.tr.insert(state.doc.content.size, WIDE.node('paragraph', null, WIDE.text('signed')));
      },
    });

  test('two views show a block that the document has not, and two of them once both have typed', () => {
    const source = docOf(3, words('one'));
    const docs = [copyOf(source, 1), copyOf(source, 2)] as const;
    const views = docs.map(doc => new BareView(root(doc), WIDE, [sign()]));
    const [line] = root(source).toArray();
    assert.ok(line instanceof Y.XmlElement);
    line.push([new Y.XmlText(' more')]);
    for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(source));
    for (const view of views) assert.match(view.doc.textContent, /signed$/);
    for (const doc of docs) assert.doesNotMatch(root(doc).toString(), /signed/);
    for (const view of views) view.type(1, 'x');
    exchange(...docs);
    assert.equal(
      root(docs[0])
        .toString()
        .match(/signed/g)?.length,
      2,
    );
    for (const view of views) view.destroy();
  });
});

describe('hazard 6: a client id is no identity', () => {
  test('whoever takes the id of another writes under it', () => {
    const honest = docOf(7, words('mine'));
    const forger = copyOf(honest, 8);
    forger.clientID = 7;
    root(forger).push([words('not mine')]);
    const server = copyOf(honest, 9);
    Y.applyUpdate(server, Y.encodeStateAsUpdate(forger));
    assert.match(root(server).toString(), /not mine/);
    assert.deepEqual([...server.store.clients.keys()], [7]);
  });

  test('a deletion bears the name of nobody', () => {
    const author = docOf(7, words('mine'));
    const other = copyOf(author, 8);
    root(other).delete(0, 1);
    const before = Y.encodeStateVector(author);
    Y.applyUpdate(author, Y.encodeStateAsUpdate(other));
    assert.equal(root(author).toString(), '');
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
    assert.equal(root(server).toString(), '');
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
