import assert from 'node:assert/strict';
import {test} from 'node:test';
import {linkTo, node, paragraph} from '../testing/doc-builder.ts';
import {checkNode} from './check-node.ts';
import type {PmJson} from './pm-json.ts';

const bold = (text: string, marks: PmJson['marks']): PmJson => ({
  type: 'paragraph',
  content: [{type: 'text', text, ...(marks && {marks})}],
});

test('an item with words, fields, links and lists may stand', () => {
  const item = node('provision', 'x', 'Wren will work with Jory.', {
    attrs: {minutes: 45, 'frequency.n': 1, 'frequency.per': 'week', departsFromAdvice: false},
    content: [linkTo('need', 'y'), {type: 'part', attrs: {kind: 'agreement', by: 'ICB'}}],
  });
  assert.equal(checkNode(item), null);
});

test('an item may say beside what it stands', () => {
  const at = {
    'anchor.root': 'sos:worries',
    'anchor.item': '',
    'anchor.at': 'AQEA_-',
    'anchor.quote': 'x'.repeat(80),
  };
  assert.equal(checkNode(node('note', 'x', 'He said it again.', {attrs: at})), null);
});

test('an item without any content or attribute may stand', () => {
  assert.equal(checkNode({type: 'need'}), null);
  assert.equal(checkNode({type: 'need', content: [{type: 'table'}, {type: 'bulletList'}]}), null);
});

test('each thing that may not stand is told by its code', () => {
  const inNeed = (child: PmJson): PmJson => ({type: 'need', content: [child]});
  const cases: [string, PmJson][] = [
    ['NODE', {type: 'script'}],
    ['NODE', inNeed({type: 'heading'})],
    ['ATTRIBUTE', {type: 'need', attrs: {onclick: 'x'}}],
    ['ATTRIBUTE', {type: 'need', attrs: {minutes: 4}}],
    ['ATTRIBUTE', {type: 'need', attrs: {impact: 'x'.repeat(501)}}],
    ['ATTRIBUTE', {type: 'need', attrs: {impact: {a: 1}}}],
    ['ATTRIBUTE', inNeed({type: 'tableCell', attrs: {colwidth: [100]}})],
    ['ATTRIBUTE', inNeed({type: 'tableCell', attrs: {colspan: 1e9}})],
    ['ATTRIBUTE', {type: 'note', attrs: {'anchor.root': 'items'}}],
    ['ATTRIBUTE', {type: 'note', attrs: {'anchor.root': 'section:Z'}}],
    ['ATTRIBUTE', {type: 'note', attrs: {'anchor.item': 'need-1'}}],
    ['ATTRIBUTE', {type: 'note', attrs: {'anchor.at': 'a+b='}}],
    ['ATTRIBUTE', {type: 'note', attrs: {'anchor.quote': 'x'.repeat(81)}}],
    ['MARK', inNeed(bold('x', [{type: 'underline'}]))],
    ['MARK', inNeed(bold('x', [{type: 'bold', attrs: {class: 'x'}}]))],
    ['MARK', inNeed(bold('x', [{type: 'webLink', attrs: {href: 'javascript:alert(1)'}}]))],
    ['CONTENT', inNeed({type: 'need'})],
    ['CONTENT', inNeed({type: 'text', text: 'loose'})],
    ['CONTENT', {type: 'need', content: [{type: 'listItem'}]}],
    ['CONTENT', inNeed({type: 'drawing', content: [paragraph('x')]})],
    [
      'CONTENT',
      inNeed({
        type: 'drawing',
        content: [{type: 'stroke', content: [{type: 'text', text: 'A'.repeat(8193)}]}],
      }),
    ],
  ];
  for (const [code, item] of cases) assert.equal(checkNode(item), code, JSON.stringify(item).slice(0, 80));
});
