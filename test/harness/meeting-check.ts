import assert from 'node:assert/strict';
import {Node} from 'prosemirror-model';
import {EHCP, rootsOf} from '@goldthread/schema';
import {checkNode, planSchema} from '@goldthread/schema/prosemirror';
import {canonicalJson, readRoot} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {UpdateRow} from '../../packages/server/src/storage/index.ts';
import {encodeDeletes} from '../../packages/server/src/sync/id-ranges.ts';
import {MEETING_ROOTS, type Meeting} from './meeting.ts';
import type {MeetingWriter} from './meeting-writer.ts';
import {ownCharacters} from './own-words.ts';
import {isTidying} from './stored-updates.ts';

const ALL_ROOTS = rootsOf(EHCP, 'shared');

/** Looks at a meeting that has come to rest; throws where anything is not as it must be. */
export async function checkMeeting(meeting: Meeting): Promise<void> {
  const {writers, fixture} = meeting;
  assert.deepEqual(
    writers.flatMap(writer => writer.faults),
    [],
  );
  const stored = await storedDoc(meeting);
  const late = await fixture.join('esme');
  const expected = contentOf(stored);
  const copies: [string, Y.Doc][] = writers.map(({key, doc}) => [key, doc]);
  for (const [whose, doc] of [
    ...copies,
    ['a late joiner', late.doc] as const,
    ['the storage', stored] as const,
  ]) {
    assert.deepEqual(contentOf(doc), expected, `the copy of ${whose}`);
    assert.equal(doc.store.pendingStructs, null, `${whose} waits for something`);
    assert.equal(doc.store.pendingDs, null, `${whose} waits for something`);
  }
  for (const writer of writers) checkViews(writer);
  checkValid(stored);
  const log = await fixture.storage.updateLog(fixture.shared, 0, 100_000);
  const model = mergedByHand(meeting.imported, writers, log);
  assert.deepEqual(contentOf(model), expected, 'what everybody did, put together without a server');
  checkCharacters(model, writers, JSON.stringify(expected));
  await checkLog(meeting, log);
}

/** Every root as one text each, so that a difference is shown where it is. */
function contentOf(doc: Y.Doc): Record<string, string> {
  return Object.fromEntries(ALL_ROOTS.map(root => [root, canonicalJson(readRoot(doc.getXmlFragment(root)))]));
}

/** The document as a server that starts afresh would build it. */
async function storedDoc({fixture}: Meeting): Promise<Y.Doc> {
  const stored = await fixture.storage.loadDocument(fixture.shared);
  const doc = new Y.Doc();
  if (stored?.snapshot != null) Y.applyUpdate(doc, stored.snapshot.bytes);
  for (const row of stored?.tail ?? []) if (row.bytes !== null) Y.applyUpdate(doc, row.bytes);
  return doc;
}

/** Each editor shows what its document holds. */
function checkViews(writer: MeetingWriter): void {
  for (const root of MEETING_ROOTS) {
    const content = readRoot(writer.doc.getXmlFragment(root));
    const shown = writer.view(root).doc;
    const held = Node.fromJSON(planSchema, {type: 'doc', content});
    assert.ok(shown.eq(held), `${writer.key} sees something else in ${root} than what it holds`);
  }
}

function checkValid(doc: Y.Doc): void {
  const ids = new Set<unknown>();
  for (const root of ALL_ROOTS) {
    for (const item of readRoot(doc.getXmlFragment(root))) {
      assert.equal(checkNode(item), null, `an item of ${root} is not valid`);
      const id: unknown = item.attrs?.['id'];
      assert.ok(typeof id === 'string' && !ids.has(id), `an item of ${root} has no id of its own`);
      ids.add(id);
    }
  }
}

/**
 * What everybody did, merged by Yjs alone: no server, no storage, no wire; everything that was deleted is kept. The server adds
 * nothing but the removal of format markers that have no effect.
 */
function mergedByHand(
  imported: Uint8Array,
  writers: readonly MeetingWriter[],
  log: readonly UpdateRow[],
): Y.Doc {
  const doc = new Y.Doc({gc: false});
  doc.transact(() => {
    Y.applyUpdate(doc, imported);
    for (const {deeds} of writers) for (const update of deeds.updates) Y.applyUpdate(doc, update);
  });
  assert.equal(doc.store.pendingStructs, null, 'somebody built on what nobody did');
  const tidied = log.filter(({kind}) => kind === 'cleanup').flatMap(({deleted}) => deleted);
  doc.on('afterTransaction', (transaction: Y.Transaction) => {
    assert.ok(isTidying(transaction), 'the server deleted more than format markers');
  });
  Y.applyUpdate(doc, encodeDeletes(tidied));
  return doc;
}

/**
 * Every character that was typed, and that nobody's own edit deleted, stands in the document exactly as often as it was
 * written: once, but where two people moved it at the same time.
 */
function checkCharacters(model: Y.Doc, writers: readonly MeetingWriter[], text: string): void {
  const deleted = Y.mergeDeleteSets(writers.flatMap(({deeds}) => deeds.deleted));
  const surviving = new Map<string, number>();
  for (const structs of model.store.clients.values()) {
    for (const struct of structs) {
      if (!(struct instanceof Y.Item) || !(struct.content instanceof Y.ContentString)) continue;
      if (isWithin(struct, item => item !== struct && Y.isDeleted(deleted, item.id))) continue;
      for (const [at, character] of charactersOf(struct.content.str)) {
        const id = Y.createID(struct.id.client, struct.id.clock + at);
        if (!Y.isDeleted(deleted, id)) surviving.set(character, (surviving.get(character) ?? 0) + 1);
      }
    }
  }
  const standing = new Map<string, number>();
  for (const character of ownCharacters(text)) standing.set(character, (standing.get(character) ?? 0) + 1);
  assert.deepEqual([...standing].sort(), [...surviving].sort(), 'characters were lost or came twice');
}

function charactersOf(text: string): [number, string][] {
  let at = 0;
  return [...text].flatMap(character => {
    const found: [number, string][] = ownCharacters(character).map(own => [at, own]);
    at += character.length;
    return found;
  });
}

function isWithin(item: Y.Item, isSo: (item: Y.Item) => boolean): boolean {
  if (isSo(item)) return true;
  const {parent} = item;
  const around = parent instanceof Y.AbstractType ? parent._item : null;
  return around !== null && isWithin(around, isSo);
}

/** Rows without a gap; each insertion under a client id of the person who is named as its author. */
async function checkLog({fixture}: Meeting, log: readonly UpdateRow[]): Promise<void> {
  assert.deepEqual(
    log.map(row => row.seq),
    log.map((_row, index) => index + 1),
  );
  const bindings = await fixture.storage.bindings(fixture.shared);
  const owners = new Map(bindings.map(({cid, participantId}) => [cid, participantId]));
  for (const row of log) {
    if (row.participantId === null) continue;
    for (const {client} of row.inserted) assert.equal(owners.get(client), row.participantId);
  }
}
