import assert from 'node:assert/strict';
import test from 'node:test';
import type {CompartmentFacts} from '../access/facts.ts';
import type {CompartmentId, ParticipantId} from '../base/ids.ts';
import {ROLES, type Role} from '../plan/participant.ts';
import type {Stage} from '../plan/stage.ts';
import {areSameWords, saidWords} from './said-words.ts';
import {isQuotable, mayQuote, mayTrace} from './who-may.ts';

const shared: CompartmentFacts = {id: 's' as CompartmentId, kind: 'shared', coWriting: {}};
const person = (role: Role, hiddenFrom: readonly string[] = []) => ({
  ...{id: role as string as ParticipantId, key: role, name: role, relationship: role, role, lead: false},
  hiddenFrom: hiddenFrom as ParticipantId[],
});

test('the child, the keyworker and the advocate quote the child in section A while it is written, and no parent does', () => {
  const may = (stage: Stage) => ROLES.filter(role => mayQuote(person(role), stage, shared));
  assert.deepEqual(may('assessment'), ['child', 'keyworker', 'advocate']);
  assert.deepEqual(may('final'), []);
});

test('professionals write down what came of the child’s words, but for one of whom a reader may not know', () => {
  assert.equal(mayTrace(person('socialWorker'), 'final', shared), true);
  assert.equal(mayTrace(person('socialWorker'), 'ceased', shared), false);
  assert.equal(mayTrace(person('socialWorker', ['callum']), 'final', shared), false);
  for (const role of ['child', 'parent', 'carer', 'family'] as const)
    assert.equal(mayTrace(person(role), 'assessment', shared), false, role);
});

test('what somebody else made of the child’s words is no quotation', () => {
  assert.deepEqual(['verbatim', 'drawn', 'symbol', 'aac'].map(isQuotable), [true, true, true, true]);
  assert.deepEqual(['interpreted', 'observed', 'proxy', null].map(isQuotable), [false, false, false, false]);
});

test('the words of an item are what was said, else what the child said of a drawing, and never points of a line', () => {
  const text = (words: string) => ({type: 'paragraph', content: [{type: 'text', text: words}]});
  const stroke = {type: 'stroke', content: [{type: 'text', text: 'AAAA'}]};
  const drawing = {type: 'drawing', attrs: {alt: 'a red train'}, content: [stroke]};
  const link = {type: 'link', attrs: {rel: 'evidence', to: 'x'}};
  const words = (...content: object[]) =>
    saidWords({type: 'statement', content: content as ReturnType<typeof text>[]});
  assert.equal(words(text('red'), text('train'), drawing, link), 'red\ntrain');
  assert.equal(words(drawing, link), 'a red train');
  assert.equal(words(text('')), '');
});

test('words are the same whatever their spaces and points, and nothing is the same as nothing', () => {
  assert.equal(areSameWords('blue room quiet. I like', 'Blue room quiet, I like.'), true);
  assert.equal(areSameWords('blue room', 'blue rooms'), false);
  assert.equal(areSameWords('', ' '), false);
});
