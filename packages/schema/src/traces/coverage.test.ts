import assert from 'node:assert/strict';
import test from 'node:test';
import {coverageOf, type TracedItem} from './coverage.ts';
import {EVERY_ITEM_TRACED} from './every-item-traced.ts';
import {TOLD_IN_TIME} from './told-in-time.ts';

const item = (id: string, more: Partial<TracedItem> = {}): TracedItem => ({
  ...{id, root: 'house:good', type: 'statement', words: id, links: [], isChilds: true},
  ...more,
});
const told = (on: string, act: 'reason' | 'done' | 'linked', more: object = {}) => ({
  ...{item: on, act, to: null, takenBackAt: null},
  ...more,
});
const summary = (items: readonly TracedItem[], traces: readonly ReturnType<typeof told>[] = []) =>
  coverageOf(items, traces).map(({item: {id}, quotes, links, reason, done, isTraced}) => [
    id,
    quotes.map(one => one.id).join(),
    links.map(one => one.id).join(),
    reason === null ? '' : 'why',
    done.length,
    isTraced,
  ]);

const need = (id: string, links: TracedItem['links'] = []): TracedItem =>
  item(id, {root: 'section:B', type: 'need', isChilds: false, links});

test('what nothing became of comes first, and everything else in the order of the plan', () => {
  const items = [item('gran'), item('bell'), item('train'), need('n', [{rel: 'statement', to: 'gran'}])];
  assert.deepEqual(summary(items, [told('train', 'reason')]), [
    ['bell', '', '', '', 0, false],
    ['gran', '', 'n', '', 0, true],
    ['train', '', '', 'why', 0, true],
  ]);
});

test('a quotation belongs to the words that it was made from, and the same words written there by hand count as one', () => {
  const quote = item('q', {root: 'section:A', words: 'gran', links: [{rel: 'quotes', to: 'gran'}]});
  const byHand = item('h', {root: 'section:A', words: 'Bell, too LOUD.'});
  const outcome = need('e', [{rel: 'aspiration', to: 'h'}]);
  const items = [quote, byHand, outcome, item('gran'), item('bell', {words: 'bell too loud'})];
  assert.deepEqual(summary(items), [
    ['gran', 'q', '', '', 0, true],
    ['bell', 'h', 'e', '', 0, true],
  ]);
});

test('words of the child that stand in section A alone are there word for word, and an adult’s are nobody’s item', () => {
  const items = [item('own', {root: 'section:A'}), item('mum', {root: 'section:A', isChilds: false})];
  assert.deepEqual(summary(items), [['own', 'own', '', '', 0, true]]);
});

test('what was done is no link and no reason, what was taken back counts for nothing, and an unknown item ties to nothing', () => {
  const items = [item('gran'), need('n')];
  const gone = {takenBackAt: 1};
  assert.deepEqual(summary(items, [told('gran', 'done'), told('gran', 'reason', gone)]), [
    ['gran', '', '', '', 1, false],
  ]);
  assert.deepEqual(summary(items, [told('gran', 'linked', {to: 'secret'})])[0]?.at(-1), false);
  assert.deepEqual(summary(items, [told('gran', 'linked', {to: 'n'})]), [['gran', '', 'n', '', 0, true]]);
});

test('a reader who lacks an item gets the coverage that there would be without it', () => {
  const private_ = item('secret', {root: 'house:worries'});
  const shared = [item('gran'), need('n', [{rel: 'statement', to: 'gran'}])];
  const all = [told('secret', 'reason'), told('secret', 'done')];
  assert.deepEqual(summary(shared, []), summary(shared, all));
  assert.equal(summary([...shared, private_], all).length, 2);
});

test('the check is met once each thing has a link or a reason, and tells nothing where nothing was said', () => {
  const answer = (items: readonly TracedItem[], traces: readonly ReturnType<typeof told>[] = []) =>
    EVERY_ITEM_TRACED.answer(coverageOf(items, traces));
  assert.equal(answer([]), 'cannotTell');
  assert.equal(answer([item('gran')]), 'notMet');
  assert.equal(answer([item('gran')], [told('gran', 'reason')]), 'met');
});

test('the child hears what was done within twenty working days of each thing that has a day', () => {
  const said = {on: '2026-11-05', isDone: false};
  assert.equal(TOLD_IN_TIME.answer([said], '2026-12-03'), 'met');
  assert.equal(TOLD_IN_TIME.answer([said], '2026-12-04'), 'notMet');
  assert.equal(TOLD_IN_TIME.answer([{...said, isDone: true}], '2026-12-04'), 'met');
  assert.equal(TOLD_IN_TIME.answer([{...said, on: 'in autumn'}], '2026-12-04'), 'cannotTell');
});
