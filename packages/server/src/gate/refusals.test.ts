import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {admit} from './index.ts';
import type {GatePolicy} from './policy.ts';
import {changeOf, contentOf, docOf, elementAt, idOf, itemOf, serverDoc, textAt} from './testing/documents.ts';
import {forge, type Forgery} from './testing/forge.ts';
import {policyOf} from './testing/policy-of.ts';

const B = 'section:B';
const F = 'section:F';
const REFERENCED = {isKnownReference: (id: string) => id === idOf(1)};

function plan(): Y.Doc {
  return serverDoc({
    [B]: [itemOf(1, 'needs time'), itemOf(2, 'needs rest')],
    [F]: [itemOf(3, 'help', 'provision')],
  });
}

/** The code with which an update is refused, or `admitted`; the document must be untouched in both cases. */
function verdict(doc: Y.Doc, update: Uint8Array, policy: Partial<GatePolicy> = {}): string {
  const before = contentOf(doc);
  const roots = doc.share.size;
  const result = admit(doc, update, policyOf(policy));
  assert.equal(contentOf(doc), before);
  assert.equal(doc.share.size, roots);
  return result.ok ? 'admitted' : result.error.code;
}

function forged(doc: Y.Doc, ...forgeries: readonly Forgery[]): string {
  return verdict(doc, forge(...forgeries));
}

function changed(change: (copy: Y.Doc) => void, policy: Partial<GatePolicy> = {}): string {
  const doc = plan();
  return verdict(doc, changeOf(doc, change), policy);
}

const letter = new Y.ContentString('x');
const clockOf = (doc: Y.Doc) => Y.getState(doc.store, 1);

/** The id of the first struct of client 1 that a test accepts. */
function idWhere(doc: Y.Doc, accept: (item: Y.Item) => boolean): readonly [number, number] {
  for (const struct of doc.store.clients.get(1) ?? []) {
    if (struct instanceof Y.Item && accept(struct)) return [1, struct.id.clock];
  }
  throw new Error('No such struct');
}

const textStart = (doc: Y.Doc, word: string) =>
  idWhere(doc, item => item.content instanceof Y.ContentString && item.content.str.startsWith(word));

test('words under a client id of somebody else are refused', () => {
  const doc = plan();
  const update = changeOf(doc, copy => textAt(copy, B).insert(0, 'x'), 8);
  assert.equal(verdict(doc, update), 'UNBOUND_CLIENT');
});

test('words in a root that the sender may only read are refused', () => {
  const only = {mayWriteRoot: (root: string) => root === F};
  assert.equal(
    changed(copy => textAt(copy, B).insert(0, 'x'), only),
    'FORBIDDEN',
  );
  assert.equal(
    changed(copy => textAt(copy, F).insert(0, 'x'), only),
    'admitted',
  );
});

test('deleting words in a root that the sender may only read is refused', () => {
  const only = {mayWriteRoot: (root: string) => root === F};
  assert.equal(
    changed(copy => textAt(copy, B).delete(0, 1), only),
    'FORBIDDEN',
  );
});

test('a root that the document does not have is refused', () => {
  const doc = plan();
  const content = new Y.ContentType(new Y.XmlElement('need'));
  for (const parent of ['section:Z', '__proto__', 'constructor', 'r'.repeat(100_000)]) {
    assert.equal(forged(doc, {structs: [{parent, content}]}), 'ROOT');
  }
});

test('changing an item that belongs to somebody else is refused', () => {
  const owned = {mayWriteItem: (_root: string, id: string | null) => id !== idOf(1)};
  assert.equal(
    changed(copy => textAt(copy, B, 0).insert(0, 'x'), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => textAt(copy, B, 0).delete(0, 1), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => copy.getXmlFragment(B).delete(0, 1), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => elementAt(copy, B, 0).setAttribute('area', 'care'), owned),
    'OWNER',
  );
  assert.equal(
    changed(copy => textAt(copy, B, 1).insert(0, 'x'), owned),
    'admitted',
  );
});

test('an attribute that claims to be the owner decides nothing', () => {
  const owned = {mayWriteItem: (_root: string, id: string | null) => id !== idOf(1)};
  assert.equal(
    changed(copy => elementAt(copy, B, 0).setAttribute('owner', 'me'), owned),
    'OWNER',
  );
});

test('bringing back an item that belongs to somebody else is refused', () => {
  const owned = {mayWriteItem: (_root: string, id: string | null) => id !== idOf(9)};
  const add = (copy: Y.Doc) => {
    const item = new Y.XmlElement('need');
    item.setAttribute('id', idOf(9));
    copy.getXmlFragment(B).push([item]);
  };
  assert.equal(changed(add, owned), 'OWNER');
  assert.equal(changed(add), 'admitted');
});

test('an element that the schema does not know is refused', () => {
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlElement('script')])),
    'NODE',
  );
});

test('a text, map, list or hook in the place of an element is refused', () => {
  for (const type of [
    new Y.Text('x'),
    new Y.Map(),
    new Y.Array(),
    new Y.XmlHook('need'),
    new Y.XmlFragment(),
  ]) {
    assert.equal(
      changed(copy => {
        // Yjs itself lets any type stand anywhere; only its types say otherwise.
        elementAt(copy, B, 0).insert(0, [type as unknown as Y.XmlElement]);
      }),
      'NODE',
    );
  }
});

test('a block below a root, an item inside an item and a cell outside a table are refused', () => {
  assert.equal(
    changed(copy => copy.getXmlFragment(B).push([new Y.XmlElement('paragraph')])),
    'CONTENT',
  );
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlElement('need')])),
    'CONTENT',
  );
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlElement('tableCell')])),
    'CONTENT',
  );
});

test('an item of a type that has no place in the section is refused', () => {
  assert.equal(
    changed(copy => copy.getXmlFragment(B).push([new Y.XmlElement('provision')])),
    'CONTENT',
  );
});

test('text outside a paragraph is refused', () => {
  assert.equal(
    changed(copy => elementAt(copy, B, 0).push([new Y.XmlText('x')])),
    'CONTENT',
  );
  assert.equal(
    changed(copy => copy.getXmlFragment(B).push([new Y.XmlText('x')])),
    'CONTENT',
  );
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  assert.equal(forged(doc, {structs: [{parent, content: letter}]}), 'CONTENT');
});

test('an attribute that the element does not have is refused, wherever it is set', () => {
  assert.equal(
    changed(copy => elementAt(copy, B, 0).setAttribute('onclick', 'x')),
    'ATTRIBUTE',
  );
  assert.equal(
    changed(copy => textAt(copy, B).setAttribute('id', 'x')),
    'ATTRIBUTE',
  );
  const doc = plan();
  const content = new Y.ContentAny(['x']);
  assert.equal(forged(doc, {structs: [{parent: B, sub: 'id', content}]}), 'ATTRIBUTE');
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  assert.equal(forged(doc, {structs: [{parent, sub: '__proto__', content}]}), 'ATTRIBUTE');
  assert.equal(
    forged(doc, {structs: [{parent, sub: 'secret', content: new Y.ContentDeleted(1)}]}),
    'ATTRIBUTE',
  );
});

test('an attribute that is not one short scalar is refused', () => {
  const values: [unknown, string][] = [
    [Number.NaN, 'VALUE'],
    [Infinity, 'VALUE'],
    [BigInt(3), 'VALUE'],
    [{a: 1}, 'VALUE'],
    [['a'], 'VALUE'],
    [new Uint8Array([1]), 'VALUE'],
    [undefined, 'VALUE'],
    ['x'.repeat(501), 'TOO_LONG'],
    ['x'.repeat(500), 'admitted'],
    [null, 'admitted'],
    [true, 'admitted'],
    [2.5, 'admitted'],
  ];
  for (const [value, code] of values) {
    const doc = plan();
    const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
    const content = new Y.ContentAny([value]);
    assert.equal(forged(doc, {structs: [{parent, sub: 'impact', content}]}), code, String(value));
  }
});

test('an attribute of two values, of text or of bytes is refused', () => {
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  const contents = [
    new Y.ContentAny(['a', 'b']),
    letter,
    new Y.ContentBinary(new Uint8Array([1])),
    new Y.ContentJSON(['a']),
    new Y.ContentType(new Y.Map()),
  ];
  for (const content of contents) {
    assert.equal(forged(doc, {structs: [{parent, sub: 'impact', content}]}), 'CONTENT');
  }
});

test('a mark that the schema does not know, or with a value that it does not know, is refused', () => {
  const marks: [Record<string, unknown>, string][] = [
    [{bold: {}}, 'admitted'],
    [{ychange: {}}, 'MARK'],
    [{'bold--abcdefgh': {}}, 'MARK'],
    [{bold: 'yes'}, 'MARK'],
    [{bold: {weight: 3}}, 'MARK'],
    [{bold: {secret: null}}, 'MARK'],
    [{webLink: {href: 'https://example.org'}}, 'admitted'],
    [{webLink: {href: 'javascript:alert(1)'}}, 'MARK'],
    [{webLink: {href: {a: 1}}}, 'MARK'],
  ];
  for (const [mark, code] of marks) {
    assert.equal(
      changed(copy => textAt(copy, B).format(0, 5, mark)),
      code,
      JSON.stringify(mark),
    );
  }
});

test('embedded things, sub-documents, bytes and old JSON content are refused', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const contents = [
    new Y.ContentEmbed({image: 'x'}),
    new Y.ContentBinary(new Uint8Array([1])),
    new Y.ContentJSON(['x']),
    new Y.ContentAny(['x']),
    new Y.ContentDoc(new Y.Doc()),
  ];
  for (const content of contents) {
    assert.equal(forged(doc, {structs: [{origin: [client, clock], content}]}), 'CONTENT');
  }
});

test('a stroke holds base64 of at most 8 kB and no marks', () => {
  const stroke = (text: string, marks: object = {}) =>
    changed(copy => {
      const drawing = new Y.XmlElement('drawing');
      const line = new Y.XmlElement('stroke');
      const steps = new Y.XmlText();
      steps.insert(0, text, marks);
      line.insert(0, [steps]);
      drawing.insert(0, [line]);
      elementAt(copy, B, 0).push([drawing]);
    });
  assert.equal(stroke('AAECAwQ='), 'admitted');
  assert.equal(stroke('she said'), 'VALUE');
  assert.equal(stroke('A'.repeat(8192)), 'admitted');
  assert.equal(stroke('A'.repeat(8193)), 'TOO_LONG');
  assert.equal(stroke('AAAA', {bold: {}}), 'MARK');
});

test('a link may lead only to what the sender may refer to, and only in the ways that a plan has', () => {
  const link = (to: string, rel: string) =>
    changed(copy => {
      const element = new Y.XmlElement('link');
      element.setAttribute('rel', rel);
      element.setAttribute('to', to);
      elementAt(copy, B, 0).push([element]);
    }, REFERENCED);
  assert.equal(link(idOf(1), 'evidence'), 'admitted');
  assert.equal(
    link(idOf(2), 'evidence'),
    'admitted',
    'items of the same document are known without a record',
  );
  assert.equal(link(idOf(77), 'evidence'), 'REFERENCE');
  assert.equal(link('no id at all', 'evidence'), 'REFERENCE');
  assert.equal(link(idOf(1), 'whispers'), 'VALUE');
});

test('a link may lead to an item that the same update brings', () => {
  assert.equal(
    changed(copy => {
      const item = new Y.XmlElement('need');
      item.setAttribute('id', idOf(50));
      copy.getXmlFragment(B).push([item]);
      const link = new Y.XmlElement('link');
      link.setAttribute('to', idOf(50));
      elementAt(copy, B, 0).push([link]);
    }),
    'admitted',
  );
});

test('an attachment of another document can not be named', () => {
  assert.equal(
    changed(copy => {
      const note = new Y.XmlElement('voiceNote');
      note.setAttribute('attachment', idOf(99));
      elementAt(copy, B, 0).push([note]);
    }, REFERENCED),
    'REFERENCE',
  );
});

test('a part is of a kind that a plan has', () => {
  const part = (kind: string) =>
    changed(copy => {
      const element = new Y.XmlElement('part');
      element.setAttribute('kind', kind);
      elementAt(copy, B, 0).push([element]);
    });
  assert.equal(part('strength'), 'admitted');
  assert.equal(part('secret'), 'VALUE');
});

test('an update of too many bytes or too many characters is refused', () => {
  const doc = plan();
  const update = changeOf(doc, copy => textAt(copy, B).insert(0, 'x'.repeat(200)));
  assert.equal(verdict(doc, update, {limits: {bytes: 150, length: 1000}}), 'TOO_BIG');
  assert.equal(verdict(doc, update, {limits: {bytes: 1000, length: 150}}), 'TOO_BIG');
  const content = new Y.ContentDeleted(1_000_000_000);
  assert.equal(forged(doc, {structs: [{parent: B, content}]}), 'TOO_BIG');
  assert.equal(forged(doc, {structs: [{ref: 0, length: 1_000_000_000}]}), 'TOO_BIG');
});

test('a clock beyond what numbers can count is refused', () => {
  const doc = plan();
  const clock = Number.MAX_SAFE_INTEGER;
  assert.equal(forged(doc, {clock, structs: [{parent: B, content: new Y.ContentDeleted(2)}]}), 'MALFORMED');
  assert.equal(forged(doc, {deletes: [[1, clock, 1]]}), 'MISSING_DEPS');
});

test('bytes that are no update are refused', () => {
  const doc = plan();
  for (const bytes of [[], [255], [1, 1, 7], [1, 1, 7, 0, 31, 0, 0]]) {
    assert.notEqual(verdict(doc, new Uint8Array(bytes)), 'admitted');
  }
  const text = changeOf(doc, copy => textAt(copy, B).insert(0, 'x'));
  assert.equal(verdict(doc, text.subarray(0, text.length - 2)), 'MALFORMED');
});

test('empty structs and empty deletes are refused', () => {
  const doc = plan();
  assert.equal(forged(doc, {structs: [{ref: 0, length: 0}]}), 'MALFORMED');
  assert.equal(forged(doc, {structs: [{parent: B, content: new Y.ContentString('')}]}), 'MALFORMED');
  assert.equal(forged(doc, {deletes: [[1, 3, 0]]}), 'MALFORMED');
});

test('one client in two places of an update is refused', () => {
  const doc = plan();
  const structs = [{ref: 0, length: 1}] as const;
  assert.equal(
    forged(doc, {client: 7, structs}, {client: 1, structs}, {client: 7, clock: 1, structs}),
    'MALFORMED',
  );
});

test('what lacks its predecessors is refused and never parked', () => {
  const doc = plan();
  const [, clock] = textStart(doc, 'needs time');
  const end = clockOf(doc);
  assert.equal(forged(doc, {clock: 5, structs: [{ref: 0, length: 1}]}), 'MISSING_DEPS', 'clock');
  assert.equal(forged(doc, {structs: [{ref: 10, length: 3}]}), 'MISSING_DEPS', 'gap');
  assert.equal(forged(doc, {structs: [{origin: [1, end], content: letter}]}), 'MISSING_DEPS', 'left');
  assert.equal(forged(doc, {structs: [{right: [99, 0], content: letter}]}), 'MISSING_DEPS', 'right');
  assert.equal(forged(doc, {structs: [{parent: [1, end], content: letter}]}), 'MISSING_DEPS', 'parent');
  assert.equal(forged(doc, {deletes: [[1, clock, end]]}), 'MISSING_DEPS', 'delete');
  assert.equal(forged(doc, {deletes: [[99, 0, 1]]}), 'MISSING_DEPS', 'delete of an unknown client');
});

test('references to itself, to what comes later and in a circle are refused', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const own = {isOwnClient: (id: number) => id === 7 || id === 8};
  assert.equal(forged(doc, {structs: [{origin: [7, 0], content: letter}]}), 'MISSING_DEPS');
  assert.equal(
    forged(doc, {
      structs: [
        {origin: [7, 1], content: letter},
        {origin: [client, clock], content: letter},
      ],
    }),
    'MISSING_DEPS',
  );
  const circle = forge(
    {client: 7, structs: [{origin: [8, 0], content: letter}]},
    {client: 8, structs: [{origin: [7, 0], content: letter}]},
  );
  assert.equal(verdict(doc, circle, own), 'MISSING_DEPS');
});

test('a known id with made-up references is ignored and not parked', () => {
  const doc = plan();
  const client = {isOwnClient: () => true};
  const update = forge({client: 1, structs: [{origin: [99, 99], content: letter}]});
  assert.equal(verdict(doc, update, client), 'admitted');
  const result = admit(doc, update, policyOf(client));
  assert.ok(result.ok && result.value.noop);
});

test('neighbours in two different texts are refused', () => {
  const doc = plan();
  const [origin, right] = [textStart(doc, 'needs time'), textStart(doc, 'help')];
  assert.equal(forged(doc, {structs: [{origin, right, content: letter}]}), 'CROSS_PARENT');
  assert.equal(
    forged(doc, {structs: [{origin, right: textStart(doc, 'needs rest'), content: letter}]}),
    'CROSS_PARENT',
  );
});

test('a left neighbour that is gone can not hide a right one in a foreign text', () => {
  const doc = plan();
  const gone = textStart(doc, 'needs time');
  elementAt(doc, B, 0).delete(0, 1);
  const structs = [{origin: gone, right: [1, textStart(doc, 'help')[1] + 1] as const, content: letter}];
  assert.equal(forged(doc, {structs}), 'CROSS_PARENT');
});

test('a parent that is text is refused', () => {
  const doc = plan();
  assert.equal(forged(doc, {structs: [{parent: textStart(doc, 'help'), content: letter}]}), 'CROSS_PARENT');
});

test('a right neighbour to the left of the left one is refused', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const structs = [
    {origin: [client, clock + 5] as const, right: [client, clock + 2] as const, content: letter},
  ];
  assert.equal(forged(doc, {structs}), 'ORDER');
});

test('a right neighbour on an attribute is refused', () => {
  const doc = plan();
  const right = idWhere(doc, item => item.parentSub === 'id');
  assert.equal(forged(doc, {structs: [{right, content: new Y.ContentAny([idOf(8)])}]}), 'ORDER');
});

test('ten thousand nested elements are refused', () => {
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  const list = new Y.ContentType(new Y.XmlElement('bulletList'));
  const entry = new Y.ContentType(new Y.XmlElement('listItem'));
  const structs = Array.from({length: 10_000}, (_, index) => ({
    parent: index === 0 ? parent : ([7, index - 1] as const),
    content: index % 2 === 0 ? list : entry,
  }));
  assert.equal(forged(doc, {structs}), 'CONTENT');
});

test('structs made to burden whoever integrates them are refused', () => {
  const doc = plan();
  for (let index = 0; index < 2000; index++) textAt(doc, B).insert(2, 'x');
  const right = [1, textStart(doc, 'ne')[1] + 4] as const;
  const structs = Array.from({length: 20_000}, () => ({right, content: letter}));
  assert.equal(forged(doc, {structs}), 'ORDER');
});

test('changing, removing or repeating the id of an item is refused', () => {
  const set = (value: string) => changed(copy => elementAt(copy, B, 0).setAttribute('id', value));
  assert.equal(set(idOf(9)), 'ID_CHANGED');
  assert.equal(set(idOf(1)), 'ID_CHANGED');
  assert.equal(
    changed(copy => elementAt(copy, B, 0).removeAttribute('id')),
    'ID_CHANGED',
  );
  const doc = plan();
  const origin = idWhere(doc, item => item.parentSub === 'id');
  assert.equal(forged(doc, {structs: [{origin, content: new Y.ContentDeleted(1)}]}), 'ID_CHANGED');
});

test('a new item with two ids, or whose id is gone at once, is refused', () => {
  const doc = plan();
  const item = {parent: B, content: new Y.ContentType(new Y.XmlElement('need'))};
  const id = (n: number) => ({parent: [7, 0] as const, sub: 'id', content: new Y.ContentAny([idOf(n)])});
  const gone = {parent: [7, 0] as const, sub: 'id', content: new Y.ContentDeleted(1)};
  assert.equal(forged(doc, {structs: [item, id(80)]}), 'admitted');
  assert.equal(forged(doc, {structs: [item, id(80), id(81)]}), 'ID_CHANGED');
  assert.equal(forged(doc, {structs: [item, id(80), gone]}), 'ID_CHANGED');
  assert.equal(forged(doc, {structs: [item, id(80)], deletes: [[7, 1, 1]]}), 'ID_CHANGED');
});

test('an item that is brought and deleted at once is no new item', () => {
  const doc = plan();
  const item = {parent: B, content: new Y.ContentType(new Y.XmlElement('need'))};
  const id = {parent: [7, 0] as const, sub: 'id', content: new Y.ContentAny([idOf(1)])};
  const result = admit(doc, forge({structs: [item, id], deletes: [[7, 0, 2]]}), policyOf());
  assert.ok(result.ok, 'its id may even be in use');
  assert.deepEqual(result.value.newItems, []);
});

test('what stands in an element that is gone leaves the gate without its content', () => {
  const doc = plan();
  const parent = idWhere(doc, item => item.content instanceof Y.ContentType);
  doc.getXmlFragment(B).delete(0, 1);
  const content = new Y.ContentType(new Y.XmlElement('script'));
  const result = admit(doc, forge({structs: [{parent, content}]}), policyOf());
  assert.ok(result.ok);
  assert.deepEqual(
    Y.decodeUpdate(result.value.bytes).structs.map(struct => struct.constructor),
    [Y.GC],
  );
});

test('an item that came without an id may be given one, once', () => {
  const doc = serverDoc({[B]: [{type: 'need'}]});
  const set = (copy: Y.Doc) => elementAt(copy, B, 0).setAttribute('id', idOf(4));
  const update = changeOf(doc, set);
  const result = admit(doc, update, policyOf());
  assert.ok(result.ok);
  assert.deepEqual(result.value.newItems, [{id: idOf(4), type: 'need', root: B}]);
  Y.applyUpdate(doc, result.value.bytes);
  assert.equal(
    verdict(
      doc,
      changeOf(doc, copy => elementAt(copy, B, 0).setAttribute('id', idOf(5)), 17),
      {
        isOwnClient: () => true,
      },
    ),
    'ID_CHANGED',
  );
});

test('an id that is not one of ours is refused', () => {
  for (const id of ['', 'need-1', `${idOf(4)}!`]) {
    assert.equal(
      changed(copy => {
        const item = new Y.XmlElement('need');
        item.setAttribute('id', id);
        copy.getXmlFragment(B).push([item]);
      }),
      'VALUE',
    );
  }
});

test('a second live item with an id is refused, a moved one is not', () => {
  const add = (copy: Y.Doc) => {
    const item = new Y.XmlElement('need');
    item.setAttribute('id', idOf(1));
    copy.getXmlFragment(B).push([item]);
  };
  assert.equal(changed(add), 'DUPLICATE_ID');
  assert.equal(
    changed(copy => {
      copy.getXmlFragment(B).delete(0, 1);
      add(copy);
    }),
    'admitted',
  );
});

test('two new items with one id are refused', () => {
  assert.equal(
    changed(copy => {
      const items = [new Y.XmlElement('need'), new Y.XmlElement('need')];
      for (const item of items) item.setAttribute('id', idOf(60));
      copy.getXmlFragment(B).push(items);
    }),
    'DUPLICATE_ID',
  );
});

test('an id of another compartment is refused', () => {
  const add = (copy: Y.Doc) => {
    const item = new Y.XmlElement('need');
    item.setAttribute('id', idOf(70));
    copy.getXmlFragment(B).push([item]);
  };
  assert.equal(changed(add, {isKnownItemElsewhere: id => id === idOf(70)}), 'DUPLICATE_ID');
});

test('format markers that a reader removes by itself are left out and not held against anyone', () => {
  const doc = plan();
  textAt(doc, B).format(0, 5, {bold: {}});
  const marker = idWhere(doc, item => item.content instanceof Y.ContentFormat);
  const reader = {mayWriteRoot: () => false};
  const update = forge({deletes: [[...marker, 1]]});
  const result = admit(doc, update, policyOf(reader));
  assert.ok(result.ok);
  assert.equal(result.value.droppedFormatDeletes, 1);
  assert.ok(result.value.noop);
  const asWriter = admit(doc, update, policyOf());
  assert.ok(asWriter.ok && !asWriter.value.noop);
});

test('what was deleted before is not deleted again by whoever sends it on', () => {
  const doc = plan();
  const other = docOf(9, doc);
  textAt(doc, B).delete(0, 3);
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
  const result = admit(doc, Y.encodeStateAsUpdate(other), policyOf({mayWriteRoot: () => false}));
  assert.ok(result.ok);
  assert.deepEqual(result.value.deleted, []);
  assert.ok(result.value.noop);
});

test('overlapping and huge deletes count once', () => {
  const doc = plan();
  const [client, clock] = textStart(doc, 'needs time');
  const update = forge({deletes: [[client, clock, 4]]}, {deletes: [[client, clock + 2, 4]]});
  const result = admit(doc, update, policyOf());
  assert.ok(result.ok);
  assert.deepEqual(result.value.deleted, [{client, clock, length: 6}]);
});

test('a refusal never holds what was written', () => {
  const doc = plan();
  const update = changeOf(doc, copy =>
    elementAt(copy, B, 0).setAttribute('secret', 'the refuge in Elm Road'),
  );
  const result = admit(doc, update, policyOf());
  assert.ok(!result.ok);
  assert.deepEqual(result.error, {code: 'ATTRIBUTE', where: B});
});
