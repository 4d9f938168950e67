import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {elementOf, readRoot} from '@goldthread/schema/ydoc';
import {checkNode} from '@goldthread/schema/prosemirror';
import {admit, checkAfter} from '../../packages/server/src/gate/index.ts';
import {boundEdit} from '../harness/bound-edits.ts';
import {BoundWriter} from '../harness/bound-writer.ts';
import {Dice, Ids, openDoc, personPolicy} from '../harness/gate-world.ts';

const ROOT = 'section:B';
const SESSIONS = 300;

/** Two people edit one section through the binding, each late to hear of the other; gives the refusals. */
function session(seed: number): string[] {
  const dice = new Dice(seed);
  const ids = new Ids();
  const server = openDoc(1);
  const words = {type: 'paragraph', content: [{type: 'text', text: 'needs time to rest after school'}]};
  const items = ['need', 'strength'].map(type => ({type, attrs: {id: ids.next()}, content: [words, words]}));
  server.getXmlFragment(ROOT).push(items.map(item => elementOf(item)));
  const writers = [7, 70].map(client => new BoundWriter(client, ROOT, server, () => ids.next()));
  const late = new Map(writers.map(writer => [writer, [] as Uint8Array[]]));
  server.on('update', (update: Uint8Array) => {
    for (const updates of late.values()) updates.push(update);
  });
  const transactions: Y.Transaction[] = [];
  server.on('afterTransaction', transaction => transactions.push(transaction));
  // Records of items outlive the items, so that undo may bring a link to a deleted item back.
  const known = new Set(items.map(item => item.attrs.id));
  const policy = personPolicy(new Set(), known);
  const refused: string[] = [];
  const exchange = (writer: BoundWriter) => {
    for (const update of writer.send()) {
      const result = admit(server, update, policy);
      if (!result.ok) {
        refused.push(`seed ${seed}: ${result.error.code}`);
        return;
      }
      for (const {id} of result.value.newItems) known.add(id);
      transactions.length = 0;
      Y.applyUpdate(server, result.value.bytes);
      const problem = checkAfter(server, transactions);
      if (problem !== null) refused.push(`seed ${seed}: afterwards ${problem.code}`);
    }
  };
  const deliver = (writer: BoundWriter) => {
    for (const update of late.get(writer)?.splice(0) ?? []) writer.receive(update);
  };
  for (let step = 0; step < 40 && refused.length === 0; step++) {
    const writer = dice.pick(writers);
    if (writer === undefined) continue;
    boundEdit(writer, dice);
    if (dice.below(3) > 0) exchange(writer);
    if (dice.below(2) === 0) deliver(writer);
  }
  for (let round = 0; round < 4; round++) {
    for (const writer of writers) {
      exchange(writer);
      deliver(writer);
    }
  }
  if (refused.length > 0) return refused;
  const content = readRoot(server.getXmlFragment(ROOT));
  assert.deepEqual(
    content.map(checkNode).filter(problem => problem !== null),
    [],
    `seed ${seed}`,
  );
  for (const {doc} of writers) assert.deepEqual(readRoot(doc.getXmlFragment(ROOT)), content, `seed ${seed}`);
  return refused;
}

test(`in ${SESSIONS} sessions of two people with the editor's binding everything is let through and all read the same`, () => {
  const refused = Array.from({length: SESSIONS}, (_, index) => session(index + 1)).flat();
  // Where both delete one item and both undo, the second copy is refused; nothing else ever is.
  assert.deepEqual(
    refused.filter(line => !line.endsWith(': DUPLICATE_ID')),
    [],
  );
  assert.ok(refused.length <= SESSIONS / 20, refused.join(', '));
});
