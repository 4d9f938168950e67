import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import {newId, type ItemId} from '../base/ids.ts';
import {connect, node} from '../testing/doc-builder.ts';
import {seededRandom} from '../testing/seeded-random.ts';
import {itemIdOf} from '../ydoc/item-element.ts';
import {elementOf} from '../ydoc/write-items.ts';
import {anchorAttributes, readAnchor} from './anchor-attributes.ts';
import {resolveAnchor} from './resolve-anchor.ts';

const ROOTS = ['section:B', 'section:C'] as const;
const SEEDS = 150;
const STEPS = 60;

/** Two people who write in the same two sections, sometimes without hearing each other for a while. */
class Meeting {
  readonly docs = [new Y.Doc(), new Y.Doc()] as const;
  readonly #random: (length: number) => Uint8Array;
  readonly #undo: readonly Y.UndoManager[];
  #disconnect: (() => void) | null = null;

  constructor(seed: number) {
    this.#random = seededRandom(seed);
    this.docs.forEach((doc, at) => (doc.clientID = at + 1));
    this.#undo = this.docs.map(
      (doc, at) =>
        new Y.UndoManager(
          ROOTS.map(root => doc.getXmlFragment(root)),
          {trackedOrigins: new Set([at]), captureTimeout: 0},
        ),
    );
    this.connect();
  }

  connect(): void {
    this.#disconnect ??= connect(...this.docs);
  }

  below(bound: number): number {
    return (this.#random(1)[0] ?? 0) % bound;
  }

  step(): void {
    const at = this.below(2);
    const doc = this.docs[at];
    const undo = this.#undo[at];
    if (doc === undefined || undo === undefined) return;
    const root = doc.getXmlFragment(ROOTS[this.below(2)] ?? 'section:B');
    const other = doc.getXmlFragment(ROOTS[this.below(2)] ?? 'section:C');
    const index = this.below(root.length + 1);
    doc.transact(() => {
      switch (this.below(6)) {
        case 0:
        case 1:
          root.insert(index, [this.#item(newId(this.#random))]);
          break;
        case 2:
          if (index < root.length) root.delete(index, 1);
          break;
        case 3:
          this.#move(root, index, other);
          break;
        case 4:
          if (index < root.length && root.length < 4) root.delete(0, root.length);
          break;
        default:
          break;
      }
    }, at);
    const more = this.below(9);
    if (more === 0) undo.undo();
    if (more === 1) undo.redo();
    if (more === 2) {
      this.#disconnect?.();
      this.#disconnect = null;
    }
    if (more === 3) this.connect();
  }

  #move(from: Y.XmlFragment, index: number, to: Y.XmlFragment): void {
    const item = from.get(index);
    const id = item instanceof Y.XmlElement ? itemIdOf(item) : null;
    if (id === null) return;
    from.delete(index, 1);
    to.insert(this.below(to.length + 1), [this.#item(id)]);
  }

  #item(id: string): Y.XmlElement {
    return elementOf(node('need', id, `These are the words of ${id}.`));
  }
}

/** What is left of a document for who comes late, through a document that collects garbage. */
function lateCopy(doc: Y.Doc): Y.Doc {
  const copy = new Y.Doc({gc: true});
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
  return copy;
}

test('after any edits everybody finds an anchor at the same place, beside its neighbour or saying that it isn’t', () => {
  const states = new Set<string>();
  for (let seed = 1; seed <= SEEDS; seed++) {
    const meeting = new Meeting(seed);
    const [left, right] = meeting.docs;
    for (let step = 0; step < 10; step++) meeting.step();
    meeting.connect();
    const anchors = ROOTS.flatMap(root => {
      const ids = left
        .getXmlFragment(root)
        .toArray()
        .map(child => itemIdOf(child as Y.XmlElement) as ItemId);
      return [null, ...ids].map(id => ({id, root, anchor: readAnchor(anchorAttributes(left, root, id))}));
    });
    for (let step = 0; step < STEPS; step++) meeting.step();
    meeting.connect();
    const readers = [left, right, lateCopy(right), lateCopy(lateCopy(left))];
    for (const {id, root, anchor} of anchors) {
      const message = `seed ${seed}, ${root}, after ${id ?? 'the start'}`;
      assert.ok(anchor, message);
      const [place, ...others] = readers.map(shared => resolveAnchor({shared}, anchor));
      for (const other of others) assert.deepEqual(other, place, message);
      const ids = left
        .getXmlFragment(root)
        .toArray()
        .map(child => itemIdOf(child as Y.XmlElement));
      const isThere = id === null || ids.includes(id);
      assert.equal(place?.state === 'exact', isThere, message);
      if (isThere) assert.equal(place?.afterIndex, id === null ? -1 : ids.indexOf(id), message);
      assert.ok(place !== undefined && place.afterIndex >= -1 && place.afterIndex < ids.length, message);
      states.add(place.state);
    }
  }
  assert.deepEqual([...states].sort(), ['exact', 'moved'], 'within one lineage no place is ever lost');
});
