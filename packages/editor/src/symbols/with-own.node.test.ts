import assert from 'node:assert/strict';
import test from 'node:test';
import {goldthreadFirst} from './goldthread-first.ts';
import {withOwn} from './with-own.ts';

const SUN = {id: 'sun', word: 'sun', category: 'sky', art: [{d: 'M1 1h4'}]};
const OWN = {name: 'Ours', licence: 'CC0', categories: [{id: 'sky', word: 'Sky'}], symbols: [SUN]};

test('a school’s own pictures come before ours, and none of ours is lost', () => {
  const {categories, symbols} = withOwn(OWN, goldthreadFirst);
  assert.deepEqual([categories[0]?.id, symbols[0]], ['sky', SUN]);
  assert.equal(symbols.length, goldthreadFirst.symbols.length + 1);
});

test('where both have a picture of one name the school’s is the one', () => {
  const mine = {...SUN, id: 'happy', category: 'feelings'};
  const pack = {...OWN, categories: [{id: 'feelings', word: 'How I feel'}], symbols: [mine]};
  const {categories, symbols} = withOwn(pack, goldthreadFirst);
  assert.deepEqual(
    symbols.filter(({id}) => id === 'happy'),
    [mine],
  );
  assert.equal(categories.filter(({id}) => id === 'feelings').length, 1);
});

test('a pack that came damaged, or none, leaves ours as they are', () => {
  assert.equal(withOwn(null, goldthreadFirst), goldthreadFirst);
  assert.equal(
    withOwn({...OWN, symbols: [{...SUN, art: [{d: '<script>'}]}]}, goldthreadFirst),
    goldthreadFirst,
  );
});
