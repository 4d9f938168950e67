import assert from 'node:assert/strict';
import {EHCP, newId, rootsOf, type ItemId, type ItemTypeName, type RootName} from '@goldthread/schema';
import {node} from '@goldthread/schema/testing';
import type {RefusalCode} from '@goldthread/schema/wire';
import {canonicalHash, writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {
  forge,
  type ForgedGap,
  type ForgedId,
  type ForgedItem,
  type Forgery,
} from '../../packages/server/src/gate/testing/forge.ts';
import type {ItemRecord} from '../../packages/server/src/storage/index.ts';
import {SyncFixture, type SyncFixtureOptions} from './sync-fixture.ts';
import {waitFor} from './wait-for.ts';
import type {WireClient} from './wire-client.ts';
import {addItem, itemIn, textOf, wordsOf} from './writing.ts';

/** What an attacker has in hand: a client id of their own, a copy of the document, and the ids in it. */
export interface Attack {
  readonly cid: number;
  /** A copy of the document, written under the attacker's client id. */
  readonly doc: Y.Doc;
  readonly room: HostileRoom;
  /** An update written byte by byte under the attacker's client id. */
  forge(structs: readonly (ForgedItem | ForgedGap)[], more?: Omit<Forgery, 'structs' | 'client'>): Uint8Array;
  /** The update that Yjs makes of a change. */
  change(change: (doc: Y.Doc) => void): Uint8Array;
  element(name: ItemName): ForgedId;
  /** The id of a character of an item's first paragraph. */
  character(name: ItemName, index?: number): ForgedId;
}

/** One line of a table of attacks: `null` where the server takes it as nothing and goes on. */
export type HostileCase = readonly [
  what: string,
  code: RefusalCode | null,
  bytes: (attack: Attack) => Uint8Array,
];

/** The items that are in the room, by who wrote them. */
export const ITEMS = {
  need: ['esme', 'section:B', 'need'],
  otherNeed: ['esme', 'section:B', 'need'],
  childsHope: ['jory', 'section:A', 'aspiration'],
  school: ['marcus', 'section:I', 'institution'],
  dispute: ['bronagh', 'sos:worries', 'dispute'],
} as const satisfies Record<string, readonly [string, RootName, ItemTypeName]>;
export type ItemName = keyof typeof ITEMS;

/** A server with one plan, honest people in it who write on, and attackers who come and go. */
export class HostileRoom {
  readonly fixture: SyncFixture;
  readonly ids = new Map<ItemName, ItemId>();
  readonly #esme: WireClient;
  readonly #callum: WireClient;

  private constructor(fixture: SyncFixture, esme: WireClient, callum: WireClient) {
    this.fixture = fixture;
    this.#esme = esme;
    this.#callum = callum;
  }

  static async open(options: SyncFixtureOptions = {}): Promise<HostileRoom> {
    const limits = {refusals: 1e9, fullSyncBurst: 1e6, byteBurst: 1e9, ...options.limits};
    const fixture = await SyncFixture.start({...options, limits});
    const room = new HostileRoom(fixture, await fixture.join('esme'), await fixture.join('callum'));
    for (const [name, [author, root, type]] of Object.entries(ITEMS)) {
      const writer = await fixture.join(author);
      // The keys of the table are its names.
      room.ids.set(name as ItemName, addItem(writer.doc, fixture.random, root, type, `words of ${author}`));
      await writer.saved();
      writer.cut();
    }
    return room;
  }

  idOf(name: ItemName): ItemId {
    const id = this.ids.get(name);
    if (id === undefined) throw new Error(`There is no item ${name}.`);
    return id;
  }

  /** Puts in an item with a record of one's choice. */
  async addRecorded(
    root: RootName,
    type: ItemTypeName,
    words: string,
    more: Partial<ItemRecord>,
  ): Promise<ItemId> {
    const {fixture} = this;
    const compartmentId = more.compartmentId ?? (root.startsWith('house:') ? fixture.voice : fixture.shared);
    const id = newId<ItemId>(fixture.random);
    const record: ItemRecord = {
      id,
      planId: fixture.plan.plan.id,
      compartmentId,
      root,
      anchorRoot: null,
      type,
      owner: null,
      typedBy: null,
      sessionId: null,
      verbatim: false,
      readBack: false,
      createdAt: fixture.clock.now(),
      ...more,
    };
    await fixture.sync.writeAsServer([
      {
        id: compartmentId,
        items: [record],
        write: doc => {
          writeItems(doc, root, [node(type, id, words)], 'test');
        },
      },
    ]);
    return id;
  }

  /** A socket and a copy of the document for somebody who means harm. */
  async attacker(
    key: string,
    compartmentId = this.fixture.shared,
  ): Promise<{client: WireClient; attack: Attack}> {
    const {fixture} = this;
    const ticket = await fixture.ticket(await fixture.signIn(key), compartmentId);
    const client = fixture.client(ticket, {compartmentId, automatic: false});
    await client.opened();
    const doc = new Y.Doc();
    const bytes = await fixture.sync.withDocument(compartmentId, stored => Y.encodeStateAsUpdate(stored));
    if (bytes !== null) Y.applyUpdate(doc, bytes);
    doc.clientID = ticket.cid;
    return {client, attack: this.#attackOf(doc, ticket.cid)};
  }

  /** Runs one line of a table and looks whether everybody else goes on undisturbed. */
  async run([what, code, bytes]: HostileCase, key = 'temi'): Promise<void> {
    const {fixture} = this;
    const before = await this.hashes();
    const {client, attack} = await this.attacker(key);
    // The answer to sync step 1 is a step 2, for which the server holds nothing back.
    client.sendStep2(bytes(attack));
    await waitFor(what, () => client.closeCode !== null || client.isSaved);
    assert.deepEqual([client.last('refused')?.code ?? null, client.closeCode], [code, code && 4409], what);
    const rows = await fixture.storage.refusals(fixture.shared);
    if (code !== null) assert.deepEqual([rows.at(-1)?.code, rows.at(-1)?.cid], [code, client.cid], what);
    assert.deepEqual(await this.hashes(), before, `${what} changed the document`);
    client.destroy();
    await this.goOn();
  }

  /** The honest people write and read on, and nothing waits in the document. */
  async goOn(): Promise<void> {
    const {fixture} = this;
    const id = addItem(this.#esme.doc, fixture.random, 'section:E', 'outcome', 'and on');
    await this.#esme.saved();
    await waitFor('the other’s copy', () => wordsOf(this.#callum.doc, 'section:E').includes(id));
    assert.ok(this.#esme.isOpen && this.#callum.isOpen);
    await fixture.sync.withDocument(fixture.shared, doc => {
      assert.equal(doc.store.pendingStructs ?? doc.store.pendingDs, null);
      assert.equal(doc.share.size, rootsOf(EHCP, 'shared').length);
    });
  }

  /** Hashes of every root of the document on the server, which the readers' copies share. */
  async hashes(): Promise<readonly string[]> {
    const roots = rootsOf(EHCP, 'shared');
    const hashes = await this.fixture.sync.withDocument(this.fixture.shared, doc =>
      roots.map(root => canonicalHash(doc, root)),
    );
    assert.ok(hashes !== null);
    await waitFor('the same words at a reader', () =>
      roots.every((root, at) => canonicalHash(this.#callum.doc, root) === hashes[at]),
    );
    return hashes;
  }

  #attackOf(doc: Y.Doc, cid: number): Attack {
    const place = (name: ItemName) => [doc, ITEMS[name][1], this.idOf(name)] as const;
    return {
      cid,
      doc,
      room: this,
      forge: (structs, more = {}) => forge({client: cid, structs, ...more}),
      change(change) {
        const updates: Uint8Array[] = [];
        doc.on('update', update => updates.push(update));
        doc.transact(() => {
          change(doc);
        });
        return updates[0] ?? new Uint8Array();
      },
      element(name) {
        const id = itemIn(...place(name))._item?.id;
        return [id?.client ?? 0, id?.clock ?? 0];
      },
      character(name, index = 0) {
        const first = textOf(...place(name))._start?.id;
        return [first?.client ?? 0, (first?.clock ?? 0) + index];
      },
    };
  }
}
