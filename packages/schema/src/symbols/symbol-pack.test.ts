import assert from 'node:assert/strict';
import test from 'node:test';
import {pathDataProblem} from './path-data.ts';
import {readSymbolPack, SymbolPackProblem} from './symbol-pack.ts';

const sun = {id: 'sun', word: 'sun', category: 'sky', art: [{d: 'M1 1h4', fill: 'glow'}, {d: 'M1 1h4'}]};
const pack = {name: 'Ours', licence: 'CC0', categories: [{id: 'sky', word: 'Sky'}], symbols: [sun]};

test('a school’s own pack is read', () => {
  assert.deepEqual(readSymbolPack(pack), pack);
});

const withSun = (change: object): unknown => ({...pack, symbols: [{...sun, ...change}]});
const withPath = (path: unknown): unknown => withSun({art: [path]});
const FILL_NAMES =
  '"wall-good", "roof-good", "wall-worry", "roof-worry", "wall-dream", "roof-dream", "leaf", "glow", "sheet"';

const REFUSED: readonly (readonly [what: string, value: unknown, path: string, message: string])[] = [
  ['nothing', undefined, '', 'The pack is missing.'],
  ['null', null, '', 'The pack must be an object.'],
  ['a list', [], '', 'The pack must be an object.'],
  ['a strange field', {...pack, script: ''}, 'script', 'script: there is no field "script" here.'],
  ['no licence', {...pack, licence: undefined}, 'licence', 'licence is missing.'],
  ['a name that is a number', {...pack, name: 7}, 'name', 'name must be text.'],
  ['symbols that are no list', {...pack, symbols: {}}, 'symbols', 'symbols must be a list.'],
  ['no symbols', {...pack, symbols: []}, 'symbols', 'symbols must not be empty.'],
  [
    'too many symbols',
    {...pack, symbols: Array.from({length: 501}, () => sun)},
    'symbols',
    'symbols is too long: at most 500.',
  ],
  [
    'a category twice',
    {...pack, categories: [...pack.categories, ...pack.categories]},
    'categories[1].id',
    'categories[1].id "sky" is there twice.',
  ],
  ['a symbol twice', {...pack, symbols: [sun, sun]}, 'symbols[1].id', 'symbols[1].id "sun" is there twice.'],
  [
    'markup in an id',
    withSun({id: '<b>'}),
    'symbols[0].id',
    'symbols[0].id must be small letters, digits and hyphens, not "<b>".',
  ],
  ['an empty word', withSun({word: ' '}), 'symbols[0].word', 'symbols[0].word must not be empty.'],
  [
    'a long word',
    withSun({word: 'sun '.repeat(11)}),
    'symbols[0].word',
    'symbols[0].word is too long: at most 40.',
  ],
  ['a word on two lines', withSun({word: 'a\nb'}), 'symbols[0].word', 'symbols[0].word must be on one line.'],
  [
    'a category that isn’t there',
    withSun({category: 'sea'}),
    'symbols[0].category',
    'symbols[0].category: there is no category "sea" in this pack.',
  ],
  [
    'markup beside a path',
    withPath({d: 'M1 1h4', onload: 'x'}),
    'symbols[0].art[0].onload',
    'symbols[0].art[0].onload: there is no field "onload" here.',
  ],
  [
    'another colour',
    withPath({d: 'M1 1h4', fill: 'red'}),
    'symbols[0].art[0].fill',
    `symbols[0].art[0].fill must be one of ${FILL_NAMES}, not "red".`,
  ],
  [
    'markup in path data',
    withPath({d: 'M1 1"/><script>'}),
    'symbols[0].art[0].d',
    'symbols[0].art[0].d may hold only path commands and numbers, not "\\"" at character 5.',
  ],
];

for (const [what, value, path, message] of REFUSED) {
  test(`a pack with ${what} is refused with its place`, () => {
    assert.throws(
      () => readSymbolPack(value),
      (error: unknown) => {
        assert.ok(error instanceof SymbolPackProblem);
        assert.deepEqual([error.path, error.message], [path, message]);
        return true;
      },
    );
  });
}

test('path data is whole commands with their numbers', () => {
  const good = [
    'M1 1h4',
    ' m.5-1.5 L2,3 4 5z',
    'M0 0a1 1 0 01.5.5',
    'M1e1 2C1 2 3 4 5 6S7 8 9 9Q1 2 3 4T5 6V7Z',
  ];
  assert.deepEqual(good.map(pathDataProblem), [null, null, null, null]);
});

const BROKEN: readonly (readonly [d: string, problem: string])[] = [
  [' ', 'must not be empty'],
  ['L1 1', 'must begin with M, not with L'],
  ['1 1', 'must begin with M, not with a number'],
  ['M1', 'must give M 2 numbers at a time'],
  ['M1 1 2L3 4', 'must give M 2 numbers at a time'],
  ['M1 1c1 2 3 4 5', 'must give c 6 numbers at a time'],
  ['M1 1Z5', 'has a number behind Z, which takes none'],
  ['M1 1a1 1 0 2 1 3 3', 'may hold only path commands and numbers, not "2" at character 12'],
  ['M1 1hNaN', 'may hold only path commands and numbers, not "N" at character 6'],
  ['M1 1😀', 'may hold only path commands and numbers, not "😀" at character 5'],
];

for (const [d, problem] of BROKEN) {
  test(`path data "${d}" ${problem}`, () => {
    assert.equal(pathDataProblem(d), problem);
  });
}

test('long path data is read in one go', () => {
  assert.equal(pathDataProblem(`M${'1'.repeat(100_000)}`), 'must give M 2 numbers at a time');
});
