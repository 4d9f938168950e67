import {linkTo, node} from '@goldthread/schema/testing';
import {newId, type ItemId} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {waitFor} from '../wait-for.ts';
import type {WireClient} from '../wire-client.ts';
import type {Someone} from '../proof/families/index.ts';
import {addNote} from '../proof/withheld-typing.ts';
import type {Household} from './household.ts';

const WRITERS: readonly Someone[] = ['child', 'parentWithCare', 'otherParent', 'keyworker', 'socialWorker'];

/** Somebody writes where everybody reads. */
export async function writeOpenly(house: Household): Promise<void> {
  const who = house.anyOf(WRITERS);
  const client = who && (await house.openShared(who));
  if (who === undefined || client === undefined) return;
  const marker = house.markers.makeOpen();
  const id = await house.cast.write(house.session(who), client, 'section:E', 'outcome', `open ${marker}`);
  if (client.isOpen) {
    house.openItems.push({id, by: who});
    house.stands(id, marker);
    house.cast.cursor(client, 'section:E');
  }
}

/** A reader of a withheld document writes in it: into an item, or a note of its own; or takes back, or moves about. */
export async function writeInside(house: Household): Promise<void> {
  const kept = house.dice.pick(house.kept);
  const who = kept && house.anyOf(kept.readers);
  const shared = who && (await house.openShared(who));
  if (kept === undefined || who === undefined || shared === undefined) return;
  const client = await house.open(house.session(who), kept.compartmentId);
  if (client?.isOpen !== true) return;
  const marker = house.secretIn(kept.readers);
  const undo = new Y.UndoManager(client.doc.getXmlFragment('items'), {captureTimeout: 0});
  const item = house.dice.below(3) === 0 ? null : house.dice.pick(textsIn(client.doc));
  if (item) {
    house.stands(item.id, marker);
    item.text.insert(house.dice.below(item.text.length), ` ${marker} `);
  } else {
    await addNote(
      {person: house.session(who), client},
      house.random,
      shared.doc,
      'sos:worries',
      marker,
    ).catch(() => '');
  }
  if (house.dice.below(4) === 0) undo.undo();
  undo.destroy();
  house.cast.cursor(client, 'items');
  await settled(client);
  if (house.dice.below(2) === 0) client.cut();
}

/** Somebody purges words from a private part, or from the open plan. */
export async function purge(house: Household): Promise<void> {
  const kept = house.dice.pick(house.kept);
  const who = house.anyOf(['socialWorker', 'manager']);
  if (kept === undefined || who === undefined || house.dice.below(3) > 0) return;
  const [text = 'open zq'] = house.inItem.get(kept.itemIds[0] ?? '') ?? [];
  await house.cast.tell(house.session(who), 'POST', './purges', {compartmentId: kept.compartmentId, text});
}

/** Somebody outside tries what they heard of: ids of documents, decisions and items that aren't theirs. */
export async function guess(house: Household): Promise<void> {
  const kept = house.dice.pick(house.kept);
  const who = kept && house.anyOf(house.people.filter(one => !kept.readers.includes(one)));
  if (kept === undefined || who === undefined) return;
  const person = house.session(who);
  const ask = (path: string, body: object) => house.cast.tell(person, 'POST', path, body);
  const {compartmentId, id, itemIds} = kept;
  const [item = id] = itemIds;
  const all = [
    () => ask('./tickets', {compartmentId}),
    () => ask(`./withholdings/${id}/approve`, {}),
    () => ask(`./withholdings/${id}/release`, {}),
    () => ask('./purges', {compartmentId, text: 'first'}),
    () => ask('./withholdings', guessed(house, who, {itemIds: [item]})),
    () => ask('./withholdings', guessed(house, who, {draft: {...NOTE, afterItemId: item}, shapes: [item]})),
    () => refer(house, who, item),
  ];
  await house.dice.pick(all)?.();
}

const NOTE = {root: 'sos:working', type: 'note', text: 'My own matter.'};

function guessed(house: Household, who: Someone, what: object): object {
  const other = house.people.find(one => one !== who) ?? who;
  const own = {audience: [house.cast.id(who)], reasonCode: 'third_party', legalGround: 'My own.'};
  return {hiddenFrom: [{id: house.cast.id(other), class: 'marked'}], ...own, ...what};
}

/** Refers to what isn't theirs, and takes its id, in the open document. */
async function refer(house: Household, who: Someone, item: string): Promise<void> {
  const client = await house.openShared(who);
  if (client === undefined) return;
  // Ids of any kind may be tried as that of an item.
  const id = house.dice.below(2) === 0 ? (item as ItemId) : newId<ItemId>(house.random);
  writeItems(client.doc, 'section:E', [node('outcome', id, 'so', {content: [linkTo('need', item)]})], 'test');
  await settled(client);
}

async function settled(client: WireClient): Promise<void> {
  await waitFor('saved or refused', () => client.isSaved || client.closeCode !== null);
}

function textsIn(doc: Y.Doc): {id: string; text: Y.XmlText}[] {
  return doc
    .getXmlFragment('items')
    .toArray()
    .flatMap(item => {
      if (!(item instanceof Y.XmlElement)) return [];
      const paragraph = item.get(0);
      const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
      const id: unknown = item.getAttribute('id');
      return text instanceof Y.XmlText && typeof id === 'string' ? [{id, text}] : [];
    });
}
