import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RootName} from '@goldthread/schema';
import {WordsFinder} from '@goldthread/schema/disclosure';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {initDoc, readRoot, writeItems} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import {cutWords} from './cut-words.ts';

const ROOT: RootName = 'section:B';
const ADDRESS = new WordsFinder('Flat 3, Harbour Court');

const text = (words: string, ...marks: PmJson['marks'] & object): PmJson => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 && {marks}),
});
const line = (...content: PmJson[]): PmJson => ({type: 'paragraph', content});

function docWith(...items: PmJson[]): Y.Doc {
  const doc = initDoc([ROOT]);
  writeItems(doc, ROOT, items, 'test');
  return doc;
}

function cut(doc: Y.Doc): number {
  return doc.transact(() => cutWords(doc, ADDRESS));
}

function wordsIn(doc: Y.Doc): string {
  return JSON.stringify(readRoot(doc.getXmlFragment(ROOT)));
}

test('words are cut wherever they stand in an item, and nothing else is', () => {
  const doc = docWith(
    {type: 'need', attrs: {id: 'a'}, content: [line(text('They are at Flat 3 Harbour Court now.'))]},
    {
      type: 'need',
      attrs: {id: 'b'},
      content: [
        line(text('At flat '), text('3 har', {type: 'bold'}), text('bour')),
        line(text('court, flat 3 harbour court')),
      ],
    },
    {type: 'need', attrs: {id: 'c'}, content: [line(text('The harbour is near.'))]},
  );
  assert.equal(cut(doc), 3);
  const words = wordsIn(doc);
  assert.doesNotMatch(words, /court|bour"|Flat 3/i);
  assert.match(words, /They are at {2}now\./);
  assert.match(words, /"At "/);
  assert.match(words, /The harbour is near\./);
  assert.equal(cut(doc), 0);
});

test('details that somebody filled in and the addresses of links are cut too', () => {
  const href = 'https://maps.example/?q=Flat+3%2C+Harbour%20Court';
  const doc = docWith({
    type: 'need',
    attrs: {id: 'a', basis: 'Seen at Flat 3, Harbour Court by us', source: 'flat 3 harbour court'},
    content: [line(text('See '), text('here', {type: 'webLink', attrs: {href}}))],
  });
  assert.equal(cut(doc), 3);
  const words = wordsIn(doc);
  assert.doesNotMatch(words, /harbour/i);
  assert.match(words, /"basis":"Seen at {2}by us"/);
  assert.doesNotMatch(words, /source|webLink/);
  assert.match(words, /See here/);
});
