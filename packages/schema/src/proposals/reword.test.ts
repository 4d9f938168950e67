import assert from 'node:assert/strict';
import test from 'node:test';
import * as Y from 'yjs';
import {docWith, editedBlocks, linkTo, paragraph, randomBlocks, seededRandom} from '../testing/index.ts';
import {readElement, readText} from '../ydoc/index.ts';
import {nodeOf, rewordElement, wordingOf} from './index.ts';

const ID = 'AAAAAAAAAAAAAAAAAAAAAA';
const RUNS = 300;
const SEED = 7;

function itemIn(doc: Y.Doc): Y.XmlElement {
  const item = doc.getXmlFragment('section:F').get(0);
  assert.ok(item instanceof Y.XmlElement);
  return item;
}

test(`an item says exactly what it is to say, ${RUNS} times, and keeps its id and links`, () => {
  const random = seededRandom(SEED);
  for (let run = 0; run < RUNS; run += 1) {
    const before = randomBlocks(random);
    const after = {facts: {who: 'TA'}, blocks: editedBlocks(random, editedBlocks(random, before))};
    const doc = docWith({'section:F': [nodeOf('provision', ID, {facts: {setting: 'hall'}, blocks: before})]});
    const item = itemIn(doc);
    item.insert(item.length, [new Y.XmlElement('link')]);
    doc.transact(() => {
      rewordElement(item, after);
    });
    const node = readElement(item);
    const wanted = wordingOf(readElement(itemIn(docWith({'section:F': [nodeOf('provision', ID, after)]}))));
    assert.deepEqual(wordingOf(node), wanted, `seed ${SEED} run ${run}`);
    assert.equal(node.attrs?.['id'], ID);
    assert.equal(node.content?.at(-1)?.type, 'link', 'words stay before links');
  }
});

test('words that stay keep who wrote them', () => {
  const doc = docWith({
    'section:F': [nodeOf('provision', ID, {facts: {}, blocks: [paragraph('It is 45 minutes every week.')]})],
  });
  doc.clientID = 2;
  rewordElement(itemIn(doc), {facts: {}, blocks: [paragraph('It is 45 minutes every two weeks.')]});
  const text = (itemIn(doc).get(0) as Y.XmlElement).get(0);
  assert.ok(text instanceof Y.XmlText);
  const words: string[] = [];
  for (let one = text._start; one !== null; one = one.right)
    if (!one.deleted && one.content instanceof Y.ContentString)
      words.push(`${one.id.client}: ${one.content.str}`);
  assert.deepEqual(words, ['1: It is 45 minutes every ', '2: two weeks.']);
  assert.equal(readText(text)[0]?.text, 'It is 45 minutes every two weeks.');
});

test('what is no wording is left out of one', () => {
  const content = [paragraph('Words.'), linkTo('meets', ID)];
  const node = {type: 'note', attrs: {id: ID, 'anchor.quote': 'He', who: 'TA', setting: null}, content};
  assert.deepEqual(wordingOf(node), {facts: {who: 'TA'}, blocks: [paragraph('Words.')]});
});
