import assert from 'node:assert/strict';
import {test} from 'node:test';
import {newId, type CompartmentId, type ItemId} from '@goldthread/schema';
import * as Y from 'yjs';
import type {ForgedItem} from '../../packages/server/src/gate/testing/forge.ts';
import {HostileRoom, type Attack, type HostileCase} from '../harness/hostile-room.ts';
import {itemIn, textOf} from '../harness/writing.ts';

/** Something typed after a character of a section that the attacker may write in. */
const typed =
  (content: ForgedItem['content']) =>
  ({forge, character}: Attack) =>
    forge([{origin: character('need'), content}]);

/** An attribute on an item that the attacker may change. */
const attribute =
  (sub: string, value: unknown) =>
  ({forge, element}: Attack) =>
    forge([{parent: element('need'), sub, content: new Y.ContentAny([value])}]);

/** A change of the item that the attacker may change. */
const changed =
  (change: (item: Y.XmlElement, text: Y.XmlText) => void) =>
  ({change: made, room}: Attack) =>
    made(doc => {
      const at = [doc, 'section:B', room.idOf('need')] as const;
      change(itemIn(...at), textOf(...at));
    });

/** A new item in a root. */
const added =
  (root: string, name: string, id: (attack: Attack) => unknown = ({room}) => newId(room.fixture.random)) =>
  (attack: Attack) =>
    attack.forge([
      {parent: root, content: new Y.ContentType(new Y.XmlElement(name))},
      {parent: [attack.cid, 0], sub: 'id', content: new Y.ContentAny([id(attack)])},
    ]);

const child = (name: string) => changed(item => item.push([new Y.XmlElement(name)]));
const mark = (marks: Record<string, unknown>) => changed((_item, text) => text.format(0, 3, marks));

const VALUES: readonly HostileCase[] = [
  ['a BigInt', 'VALUE', attribute('impact', BigInt(3))],
  ['a number that is none', 'VALUE', attribute('impact', Number.NaN)],
  ['an endless number', 'VALUE', attribute('impact', Infinity)],
  ['an object', 'VALUE', attribute('impact', {a: {b: 1}})],
  ['a list', 'VALUE', attribute('impact', ['a'])],
  ['bytes', 'VALUE', attribute('impact', new Uint8Array([1]))],
  ['nothing at all', 'VALUE', attribute('impact', undefined)],
  ['501 characters', 'TOO_LONG', attribute('impact', 'x'.repeat(501))],
  ['an attribute that no item has', 'ATTRIBUTE', attribute('onclick', 'x')],
  ['__proto__ as an attribute', 'ATTRIBUTE', attribute('__proto__', 'x')],
  ['an owner', 'ATTRIBUTE', attribute('owner', 'temi')],
];

const KINDS: readonly HostileCase[] = [
  ['an embedded thing', 'CONTENT', typed(new Y.ContentEmbed({image: 'x'}))],
  ['a document in the document', 'CONTENT', typed(new Y.ContentDoc(new Y.Doc()))],
  ['bytes in a text', 'CONTENT', typed(new Y.ContentBinary(new Uint8Array([1])))],
  ['JSON in a text', 'CONTENT', typed(new Y.ContentJSON(['x']))],
  ['values in a text', 'CONTENT', typed(new Y.ContentAny(['x']))],
  [
    'a map in an item',
    'NODE',
    ({forge, element}) => forge([{parent: element('need'), content: new Y.ContentType(new Y.Map())}]),
  ],
  ['a node that nobody knows', 'NODE', child('script')],
  ['an item in an item', 'CONTENT', child('need')],
  ['a cell outside a table', 'CONTENT', child('tableCell')],
  ['text outside a paragraph', 'CONTENT', changed(item => item.push([new Y.XmlText('x')]))],
  ['a mark that only other programs know', 'MARK', mark({ychange: {user: 1, state: 'added'}})],
  ['a mark with more in it', 'MARK', mark({bold: {secret: 1}})],
  [
    'a mark that is a number',
    'MARK',
    ({forge, character}) => forge([{origin: character('need'), content: new Y.ContentFormat('bold', 3)}]),
  ],
  ['a link that runs a script', 'MARK', mark({webLink: {href: 'javascript:alert(1)'}})],
  [
    'a drawing that holds words',
    'VALUE',
    changed(item => {
      const [drawing, stroke, steps] = [
        new Y.XmlElement('drawing'),
        new Y.XmlElement('stroke'),
        new Y.XmlText(),
      ];
      steps.insert(0, 'not base64!');
      stroke.insert(0, [steps]);
      drawing.insert(0, [stroke]);
      item.push([drawing]);
    }),
  ],
];

const ROOTS: readonly HostileCase[] = [
  ['a section that no plan has', 'ROOT', added('section:Z', 'need')],
  ['__proto__ as a root', 'ROOT', added('__proto__', 'need')],
  ['constructor as a root', 'ROOT', added('constructor', 'need')],
  ['a root of another document', 'ROOT', added('house:good', 'statement')],
  ['the root of a withheld document', 'ROOT', added('items', 'note')],
  ['the root of a proposal that nobody made', 'ROOT', added(`p:${'a'.repeat(22)}`, 'need')],
  ['a name of a hundred thousand characters', 'ROOT', added('r'.repeat(100_000), 'need')],
  ['an item where its type has no place', 'CONTENT', added('section:B', 'provision')],
  ['a paragraph below a root', 'CONTENT', added('section:B', 'paragraph')],
  [
    'an attribute on a root',
    'ATTRIBUTE',
    ({forge}) => forge([{parent: 'section:B', sub: 'id', content: new Y.ContentAny(['x'])}]),
  ],
];

/** Ids and what points at them. */
const IDS: readonly HostileCase[] = [
  ['another id for an item', 'ID_CHANGED', changed(item => item.setAttribute('id', 'A'.repeat(22)))],
  ['no id for an item', 'ID_CHANGED', changed(item => item.removeAttribute('id'))],
  ['an id that is none', 'VALUE', added('section:B', 'need', () => 'need-1')],
  ['an id that is in use', 'DUPLICATE_ID', added('section:B', 'need', ({room}) => room.idOf('need'))],
  [
    'an id that is in use in another section',
    'DUPLICATE_ID',
    added('section:B', 'need', ({room}) => room.idOf('school')),
  ],
  [
    'two new items with one id',
    'DUPLICATE_ID',
    ({forge, cid, room}) => {
      const id = newId<ItemId>(room.fixture.random);
      const item = {parent: 'section:B', content: new Y.ContentType(new Y.XmlElement('need'))};
      const named = (clock: number) => ({
        parent: [cid, clock] as const,
        sub: 'id',
        content: new Y.ContentAny([id]),
      });
      return forge([item, item, named(0), named(1)]);
    },
  ],
  ['a link to nothing', 'REFERENCE', changed(item => item.push([linkTo('A'.repeat(22))]))],
  ['a link to what is no id', 'REFERENCE', changed(item => item.push([linkTo('no id at all')]))],
  [
    'a link of a kind that no plan has',
    'VALUE',
    changed(item => item.push([linkTo('A'.repeat(22), 'whispers')])),
  ],
  [
    'a voice note that nobody recorded',
    'REFERENCE',
    changed(item => {
      const note = new Y.XmlElement('voiceNote');
      note.setAttribute('attachment', 'A'.repeat(22));
      item.push([note]);
    }),
  ],
];

function linkTo(to: string, rel = 'evidence'): Y.XmlElement {
  const link = new Y.XmlElement('link');
  link.setAttribute('rel', rel);
  link.setAttribute('to', to);
  return link;
}

for (const [group, cases] of Object.entries({VALUES, KINDS, ROOTS, IDS})) {
  test(`hostile ${group.toLowerCase()} are refused at the socket, and the room goes on`, async t => {
    const room = await HostileRoom.open();
    t.after(() => room.fixture.stop());
    for (const one of cases) await room.run(one);
    t.diagnostic(`${cases.length} cases`);
  });
}

test('a link to an item of a withheld document and a link to nothing are refused with the same bytes', async t => {
  const room = await HostileRoom.open();
  t.after(() => room.fixture.stop());
  const {fixture} = room;
  const [planId, withheld] = [fixture.plan.plan.id, newId<CompartmentId>(fixture.random)];
  const [shared] = await fixture.storage.compartments(planId);
  assert.ok(shared);
  const audience = [fixture.person('esme').id];
  await fixture.storage.addCompartment({...shared, id: withheld, kind: 'withheld', audience});
  await fixture.changed();
  const secret = await room.addRecorded('items', 'note', 'only for some', {compartmentId: withheld});
  const answers = [];
  for (const to of [secret, newId(fixture.random)]) {
    const {client, attack} = await room.attacker('temi');
    client.sendUpdate(
      changed(item => {
        item.push([linkTo(to)]);
      })(attack),
    );
    assert.equal(await client.closed(), 4409);
    // Its place in the log of the socket is the same too.
    answers.push(client.received.map(bytes => Buffer.from(bytes).toString('base64')));
  }
  assert.deepEqual(answers[0], answers[1]);
});
