import assert from 'node:assert/strict';
import test from 'node:test';
import * as prng from 'lib0/prng';
import * as Y from 'yjs';

/** One writer with undo, and a peer that receives every update: what both must show is the same. */
class Pair {
  readonly writer = new Y.Doc();
  readonly peer = new Y.Doc();
  readonly #undo: Y.UndoManager;

  constructor() {
    this.writer.clientID = 1;
    this.peer.clientID = 3;
    this.peer.getXmlFragment('x');
    this.#undo = new Y.UndoManager(this.fragment, {captureTimeout: 0, trackedOrigins: new Set(['own'])});
    this.writer.on('update', (update: Uint8Array) => {
      Y.applyUpdate(this.peer, update);
    });
    this.#change(() => {
      this.fragment.insert(0, [block('abcdef')]);
    });
  }

  get fragment(): Y.XmlFragment {
    return this.writer.getXmlFragment('x');
  }

  /** The text of a paragraph, by position, or null if it has none. */
  text(position: number): Y.XmlText | null {
    const element = this.fragment.get(position);
    const text = element instanceof Y.XmlElement ? element.get(0) : null;
    return text instanceof Y.XmlText ? text : null;
  }

  insert(position: number, at: number): void {
    this.#change(() => this.text(position)?.insert(at, 'XY'));
  }

  delete(position: number, at: number, length: number): void {
    this.#change(() => this.text(position)?.delete(at, length));
  }

  /** Enter: the binding deletes the words after the caret and writes them into a new paragraph. */
  enter(position: number, at: number): void {
    const text = this.text(position);
    if (text === null) return;
    const rest = text.toString().slice(at);
    this.#change(() => {
      text.delete(at, rest.length);
      this.fragment.insert(position + 1, [block(rest)]);
    });
  }

  remove(position: number): void {
    this.#change(() => {
      this.fragment.delete(position, 1);
    });
  }

  undo(): void {
    this.#undo.undo();
  }

  redo(): void {
    this.#undo.redo();
  }

  /** What the writer, the peer and somebody who loads the document later see. */
  views(): readonly string[] {
    const late = new Y.Doc();
    Y.applyUpdate(late, Y.encodeStateAsUpdate(this.writer));
    return [this.writer, this.peer, late].map(doc => JSON.stringify(doc.getXmlFragment('x').toJSON()));
  }

  #change(change: () => void): void {
    this.writer.transact(change, 'own');
  }
}

function block(words: string): Y.XmlElement {
  const element = new Y.XmlElement('p');
  element.insert(0, [new Y.XmlText(words)]);
  return element;
}

test('type, delete, undo, Enter, undo twice and redo leave everybody with the same words', () => {
  const pair = new Pair();
  pair.delete(0, 4, 2);
  pair.undo();
  pair.enter(0, 5);
  pair.undo();
  pair.undo();
  pair.redo();
  const [writer, peer, late] = pair.views();
  assert.equal(peer, writer);
  assert.equal(late, writer);
});

/** Plays one random script and gives the step after which somebody saw something else, or null. */
function divergesAt(seed: number): number | null {
  const generator = prng.create(seed);
  const below = (end: number) => (end <= 1 ? 0 : prng.int32(generator, 0, end - 1));
  const pair = new Pair();
  for (let step = 0; step < 40; step++) {
    const position = below(pair.fragment.length);
    const length = pair.text(position)?.length ?? 0;
    const kind = below(7);
    if (kind === 0 && length > 1) pair.enter(position, 1 + below(length - 1));
    else if (kind === 1 && pair.fragment.length > 1) pair.remove(position);
    else if (kind === 2) pair.insert(position, below(length + 1));
    else if (kind === 3 && length > 0) {
      const at = below(length);
      pair.delete(position, at, Math.min(2, length - at));
    } else if (kind === 6) pair.redo();
    else if (kind > 3) pair.undo();
  }
  return new Set(pair.views()).size === 1 ? null : seed;
}

test('after 3,000 random scripts with undo everybody sees the same words', () => {
  const diverged = Array.from({length: 3000}, (_, index) => divergesAt(index + 1)).filter(
    seed => seed !== null,
  );
  assert.deepEqual(diverged, [], 'seeds that diverge');
});
