import {newId, type ItemId, type RandomBytes, type RootName} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import {node} from '@goldthread/schema/testing';
import {encodeQueryAwareness} from '@goldthread/schema/wire';
import {writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {waitFor} from '../wait-for.ts';
import type {WireClient} from '../wire-client.ts';
import type {Cast, Person} from './cast.ts';

/** Whoever has one withheld document open. */
export interface Insider {
  readonly person: Person;
  readonly client: WireClient;
}

/** Types words letter by letter into the newest item of a withheld document, and takes some of them back again. */
export async function typeLetters({client}: Insider, letters: string): Promise<void> {
  const text = lastText(client.doc);
  const undo = new Y.UndoManager(client.doc.getXmlFragment('items'), {captureTimeout: 0});
  for (const letter of letters) text.insert(text.length, letter);
  await saved(client);
  undo.undo();
  undo.redo();
  undo.undo();
  undo.destroy();
  await saved(client);
}

/** Writes a private note beside an open section, in the withheld document itself. */
export async function addNote(
  {client}: Insider,
  random: RandomBytes,
  open: Y.Doc,
  beside: RootName,
  words: string,
): Promise<string> {
  const id = newId<ItemId>(random);
  const last = open.getXmlFragment(beside).toArray().at(-1);
  const after = last instanceof Y.XmlElement ? (last.getAttribute('id') ?? null) : null;
  // The gate let only ids stand in that attribute.
  const attrs = anchorAttributes(open, beside, after as ItemId | null);
  writeItems(client.doc, 'items', [node('note', id, words, {attrs})], 'test');
  await saved(client);
  return id;
}

/** Moves everybody's cursor about in a withheld document. */
export function moveAbout(cast: Cast, insiders: readonly Insider[]): void {
  for (const {client} of insiders) {
    for (let move = 0; move < 3; move += 1) cast.cursor(client, 'items');
    client.send(encodeQueryAwareness());
  }
}

/** Sends what the gate must refuse, which ends the socket. */
export async function beRefused({client}: Insider): Promise<void> {
  const strange = new Y.Doc();
  strange.clientID = 70_000_001;
  writeItems(strange, 'items', [node('note', 'N'.repeat(22), 'not under an id of mine')], 'test');
  client.sendUpdate(Y.encodeStateAsUpdate(strange));
  await waitFor('a refusal', () => client.closeCode !== null);
}

function lastText(doc: Y.Doc): Y.XmlText {
  for (const item of doc.getXmlFragment('items').toArray().reverse()) {
    const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
    const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
    if (text instanceof Y.XmlText) return text;
  }
  throw new Error('Nothing is written in it.');
}

async function saved(client: WireClient): Promise<void> {
  await waitFor('saved', () => client.isSaved || client.closeCode !== null);
  if (client.closeCode !== null) throw new Error(`Refused: ${JSON.stringify(client.last('refused'))}`);
}
