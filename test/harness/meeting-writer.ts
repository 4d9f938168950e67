import {EHCP, itemTypesOf, newId, type ItemId, type RandomBytes, type RootName} from '@goldthread/schema';
import {planSchema} from '@goldthread/schema/prosemirror';
import type {CheckMessage} from '@goldthread/schema/wire';
import {itemIds} from '../../packages/editor/src/prosemirror/plugins/item-ids.ts';
import {sectionUndo} from '../../packages/editor/src/prosemirror/section-undo.ts';
import {divergedRoots} from '../../packages/editor/src/sync/diverged-roots.ts';
import {rootNameOf} from '../../packages/editor/src/sync/unsent-pieces.ts';
import {recover} from '../../packages/editor/src/sync/recover.ts';
import * as Y from 'yjs';
import {BareView} from './bare-view.ts';
import type {Dice} from './gate-world.ts';
import {HeldLine} from './held-line.ts';
import {meetingEdit} from './meeting-edits.ts';
import {OwnWords} from './own-words.ts';
import {isFormat, isTidying, storedUpdates} from './stored-updates.ts';

/** What becomes of edits is told from these; all by Yjs id. */
export interface Deeds {
  /** Every own update, in order, but those that were refused. */
  readonly updates: Uint8Array[];
  /** What the person's own edits and undos deleted. */
  readonly deleted: Y.Transaction['deleteSet'][];
}

/** Where somebody's lines lead, and under which client id. */
export interface Place {
  readonly url: string;
  readonly cid: number;
}

interface Desk {
  readonly view: BareView;
  readonly undo: Y.UndoManager;
}

/**
 * Somebody at a meeting: one document, an editor of each section bound to it as on a page, undo of each section, and a line
 * to the server on which nothing moves by itself. Notes what must not be; the test reads it in `faults`.
 */
export class MeetingWriter {
  readonly key: string;
  readonly writable: readonly RootName[];
  readonly faults: string[] = [];
  readonly deeds: Deeds = {updates: [], deleted: []};
  /** Words that a refusal left for the person to copy. */
  readonly left: string[] = [];
  refusals = 0;
  doc = new Y.Doc();
  line: HeldLine | null = null;
  readonly #roots: readonly RootName[];
  readonly #words: OwnWords;
  readonly #newId: () => ItemId;
  readonly #cids: number[] = [];
  /** The lines of the document that is on the desk now. */
  #lines: HeldLine[] = [];
  #hasPutBack = false;
  /** How many of the updates are those of documents that were given up. */
  #settled = 0;
  #desks = new Map<RootName, Desk>();
  #isTaking = false;
  #isUndoing = false;

  constructor(
    key: string,
    person: number,
    roots: readonly RootName[],
    writable: readonly RootName[],
    random: RandomBytes,
  ) {
    this.key = key;
    this.#roots = roots;
    this.writable = writable;
    this.#words = new OwnWords(person);
    this.#newId = () => newId<ItemId>(random);
  }

  get isOnline(): boolean {
    return this.line?.isOpen === true;
  }

  /** Nothing is on the way in either direction. */
  get isQuiet(): boolean {
    return this.line !== null && this.isOnline && this.line.waiting === 0 && this.line.isSaved;
  }

  /** Notes that everything sent so far is on disk. */
  noteSaved(): void {
    if (this.line?.isSaved === true) this.#hasPutBack = false;
  }

  view(root: RootName): BareView {
    return this.#desk(root).view;
  }

  /** Sits down at a new document. */
  sit(cid: number): void {
    for (const {view, undo} of this.#desks.values()) {
      view.destroy();
      undo.destroy();
    }
    this.doc = new Y.Doc();
    this.doc.clientID = cid;
    this.#cids.push(cid);
    this.#lines = [];
    this.doc.on('update', (update: Uint8Array, origin: unknown, _doc: Y.Doc, transaction: Y.Transaction) => {
      if (origin instanceof HeldLine) return;
      // The server leaves out what a reader tidied up, which changes nothing that anybody reads.
      const isReaders = isTidying(transaction) && !this.#mayWriteAll(transaction);
      if (!isReaders) this.deeds.updates.push(update);
      if (this.isOnline) this.line?.queue(update);
    });
    this.doc.on('afterTransaction', (transaction: Y.Transaction) => {
      this.#note(transaction);
    });
    this.#desks = new Map(this.#roots.map(root => [root, this.#openDesk(root)]));
  }

  /** Connects with the document as it is; `false` if the server closed the line. */
  async connect(url: string): Promise<boolean> {
    this.line = new HeldLine(url, this.doc, {
      onCheck: check => {
        this.#check(check);
      },
    });
    this.#lines.push(this.line);
    return this.line.open();
  }

  take(count?: number): void {
    this.#isTaking = true;
    this.line?.take(count);
    this.#isTaking = false;
  }

  /** Does one thing somewhere; gives what it was. */
  act(dice: Dice): string {
    const root = dice.pick(this.writable);
    if (root === undefined) return '';
    const {view, undo} = this.#desk(root);
    const roll = dice.below(10);
    if (roll < 2) return `${root} ${this.#undo(undo, dice.below(3) === 0)}`;
    // Undo takes back what was done in one go; how much that is must not depend on the time.
    if (dice.below(2) === 0) undo.stopCapturing();
    const seat = {view, types: itemTypesOf(EHCP, root), words: this.#words, newId: this.#newId};
    return `${root} ${meetingEdit(seat, dice)}`;
  }

  /** Comes back after a refusal as the editor does: a fresh document, and what may be put back put back. */
  async comeBack({url, cid}: Place): Promise<void> {
    const old = this.doc;
    const own = this.#cids.map(one => ({cid: one, storedUpTo: 0}));
    const lines = this.#lines;
    this.refusals += 1;
    this.deeds.updates.length = this.#settled;
    this.sit(cid);
    await this.connect(url);
    this.take();
    this.deeds.updates.push(...storedUpdates(this.doc, old.clientID, lines));
    this.#settled = this.deeds.updates.length;
    // What is refused twice in a row is the person's to copy.
    const mayPutBack = !this.#hasPutBack;
    this.#hasPutBack = mayPutBack;
    if (!mayPutBack) this.faults.push(`${this.key} was refused twice in a row`);
    for (const {text} of recover(
      {doc: old, own},
      this.doc,
      root => mayPutBack && this.writable.includes(root),
    ))
      this.left.push(text);
  }

  destroy(): void {
    for (const {view, undo} of this.#desks.values()) {
      view.destroy();
      undo.destroy();
    }
    this.doc.destroy();
  }

  #desk(root: RootName): Desk {
    const desk = this.#desks.get(root);
    if (desk === undefined) throw new Error(`Nobody sits at ${root}.`);
    return desk;
  }

  #openDesk(root: RootName): Desk {
    const fragment = this.doc.getXmlFragment(root);
    const undo = sectionUndo(fragment);
    undo.captureTimeout = Infinity;
    return {view: new BareView(fragment, planSchema, [itemIds(this.#newId)]), undo};
  }

  #undo(undo: Y.UndoManager, again: boolean): string {
    this.#isUndoing = true;
    if (again) undo.redo();
    else undo.undo();
    this.#isUndoing = false;
    return again ? 'redo' : 'undo';
  }

  #note(transaction: Y.Transaction): void {
    if (transaction.origin instanceof HeldLine) return;
    this.deeds.deleted.push(transaction.deleteSet);
    if (this.#isTaking && transaction.changed.size > 0 && !isTidying(transaction))
      this.faults.push(`${this.key} wrote although only others had written`);
    if (!this.#isUndoing) return;
    Y.iterateDeletedStructs(transaction, transaction.deleteSet, struct => {
      if (struct instanceof Y.Item && !this.#cids.includes(struct.id.client) && !isFormat(struct))
        this.faults.push(
          `${this.key} took back what somebody else had written (${struct.content.constructor.name})`,
        );
    });
  }

  #mayWriteAll(transaction: Y.Transaction): boolean {
    const roots = [...transaction.changed.keys()].map(({_item}) =>
      _item === null ? null : rootNameOf(_item),
    );
    return roots.every(root => root !== null && this.writable.includes(root));
  }

  #check(check: CheckMessage): void {
    for (const {root} of divergedRoots(this.doc, check))
      this.faults.push(`${this.key} holds other words in ${root} at the same point`);
  }
}
