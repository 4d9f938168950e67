import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {seededRandom} from '../testing/seeded-random.ts';
import {allItems, examplePlan, wordsOf} from '../testing/example-plans.ts';
import {ProtectedValues, protectedValueIn, type ProtectedValue} from './protected-value.ts';

const REFUGE: ProtectedValue = {
  token: 'ADDR-7Q',
  kind: 'address',
  value: 'Flat 3, Harbour Court, Saltmere, ZZ99 3AB',
};
const CARERS: ProtectedValue = {token: 'ADDR-4M', kind: 'address', value: '9 Larch Way, Fenbrook, ZZ98 7CD'};
const PHONE: ProtectedValue = {token: 'TEL-1', kind: 'phone', value: '07700 900123'};
const EMAIL: ProtectedValue = {token: 'MAIL-1', kind: 'email', value: 'temi.a@example.org'};
const NOTES: ProtectedValue = {
  token: 'WH-6',
  kind: 'other',
  value: 'Strategy discussion notes 14 May; police log.',
};
const ALL = [REFUGE, CARERS, PHONE, EMAIL, NOTES];

function tokens(text: string, values: readonly ProtectedValue[] = ALL): string {
  return protectedValueIn(text, values)
    .map(match => match.token)
    .join(' ');
}

describe('E07: a protected value is found however it is written', () => {
  const written: readonly [token: string, texts: readonly string[]][] = [
    [
      'ADDR-7Q',
      [
        'Flat 3, Harbour Court, Saltmere, ZZ99 3AB',
        'flat 3 harbour court',
        'Flat 3,Harbour Court',
        'FLAT3HARBOURCOURT',
        'they are at harbour ct now',
        'pick up, Harbour Court',
        'ｈａｒｂｏｕｒ　ｃｏｕｒｔ',
        'Har\u00adbour\u00a0Co\u200burt',
        'Harb\u006f\u0301ur Court',
        'H.a.r.b.o.u.r C-o-u-r-t',
        'Flat 3\nHarbour\nCourt',
        'the code is zz993ab',
        'ZZ99 3AB',
        'Z Z 9 9 3 A B',
      ],
    ],
    ['ADDR-4M', ['9 Larch Way', '9, larch way', 'in Larch Way.', 'up Larch-Way', 'ZZ987CD', 'nr ZZ98  7cd']],
    [
      'TEL-1',
      [
        '07700900123',
        '07700-900-123',
        '+44 7700 900123',
        '+44 (0)7700 900 123',
        '0044 7700.900.123',
        '(07700) 900123',
      ],
    ],
    [
      'MAIL-1',
      ['temi.a@example.org', 'Temi.A@Example.Org', 'temi dot a at example dot org', 'temi . a @ example.org'],
    ],
    ['WH-6', ['see: strategy discussion notes, 14 May, police log']],
  ];
  for (const [token, texts] of written) {
    for (const text of texts)
      test(`${token} in ${JSON.stringify(text)}`, () => assert.equal(tokens(text), token));
  }

  test('it says where the value stands, from the first word of it to the last', () => {
    const text = 'She is at “Flat 3,Har\u00adbour Court” from Friday.';
    const [match] = protectedValueIn(text, ALL);
    assert.ok(match);
    assert.equal(text.slice(match.start, match.end), 'Flat 3,Har\u00adbour Court');
    assert.equal(match.kind, 'address');
  });

  test('an address that was stored without commas or line breaks is found by its street as well', () => {
    for (const value of [REFUGE.value.replaceAll(',', ''), '9 Larch Way Fenbrook ZZ98 7CD']) {
      const street = value.startsWith('9') ? 'larch way' : 'harbour court';
      assert.equal(tokens(`up at ${street} now`, [{...REFUGE, value}]), 'ADDR-7Q');
      assert.equal(tokens('in Fenbrook or Saltmere', [{...REFUGE, value}]), '');
    }
  });

  test('the name of a house is found without the lane and the town that follow it', () => {
    const value = 'The Old Rectory, Mill Lane, Saltmere';
    assert.equal(tokens('by the old rectory', [{...REFUGE, value}]), 'ADDR-7Q');
    assert.equal(tokens('down Mill Ln', [{...REFUGE, value}]), 'ADDR-7Q');
    assert.equal(tokens('the rectory is old', [{...REFUGE, value}]), '');
  });

  test('a number that was stored with the prefix of its country is found without it', () => {
    for (const value of ['+44 7700 900123', '0044 7700 900123', '+44 (0)7700 900123']) {
      assert.equal(tokens('ring 07700 900123', [{...PHONE, value}]), 'TEL-1', value);
    }
  });

  test('two values in one text are both found, each once', () => {
    assert.equal(tokens('Ring 07700 900123, or 07700 900123, at Harbour Court'), 'ADDR-7Q TEL-1');
  });
});

describe('E07: what is no protected value', () => {
  for (const text of [
    '',
    'Flat 3',
    'a flat 3 percent',
    'the harbour',
    'the court hearing at the harbour',
    'Saltmere',
    'Fenbrook College',
    'a long way from the larch',
    'the larch wayside',
    'ZZ99',
    '07700 900124',
    'on 14 May',
    'police log',
    'temi at home',
  ]) {
    test(JSON.stringify(text), () => assert.equal(tokens(text), ''));
  }

  test('a value that is too short to tell anything is never found', () => {
    assert.equal(tokens('it is 12', [{token: 'X', kind: 'other', value: '12'}]), '');
    assert.equal(tokens('room 9', [{token: 'X', kind: 'phone', value: '9'}]), '');
    assert.equal(tokens('anything', [{token: 'X', kind: 'address', value: ' , '}]), '');
  });

  test('a street that every town has tells nothing without its number', () => {
    const shop: ProtectedValue = {token: 'X', kind: 'address', value: '12 High Street, Saltmere'};
    assert.equal(tokens('the shops in the High Street', [shop]), '');
    assert.equal(tokens('at 12 high st', [shop]), 'X');
  });

  test('nothing that the example plans say to everyone is taken for a value that they protect', () => {
    for (const name of ['jory', 'kez'] as const) {
      const plan = examplePlan(name);
      const values = new ProtectedValues(plan.contacts ?? []);
      for (const {item} of allItems(plan)) assert.deepEqual(values.in(wordsOf(item)), [], item.id);
    }
  });
});

test('E07: typed letter by letter, a value is complete at one letter and not before', () => {
  const text = 'We meet at Harbour Court';
  const values = new ProtectedValues([REFUGE]);
  const first = [...text].findIndex((_, index) => values.in(text.slice(0, index + 1)).length > 0);
  assert.equal(first, text.length - 1);
});

test('E07: spaces, capitals, punctuation and invisible characters never hide a value, wherever they are put', () => {
  const random = seededRandom(7);
  const pick = <T>(from: readonly T[]): T => from[(random(1)[0] ?? 0) % from.length] ?? assert.fail();
  const values = new ProtectedValues(ALL);
  const cores: readonly [string, string][] = [
    ['ADDR-7Q', 'Flat 3 Harbour Court'],
    ['ADDR-7Q', 'ZZ99 3AB'],
    ['ADDR-4M', '9 Larch Way'],
    ['TEL-1', '07700 900123'],
    ['MAIL-1', 'temi.a@example.org'],
  ];
  for (let round = 0; round < 1000; round += 1) {
    const [token, core] = pick(cores);
    const written = [...core]
      .map(letter => {
        const shown = pick([letter, letter.toUpperCase(), letter.toLowerCase()]);
        return /[\s]/.test(letter)
          ? pick([' ', '\n', ', ', '-', '\u00a0', ''])
          : shown + pick(['', '', '', '\u00ad', '\u200b', '\u2060']);
      })
      .join('');
    // A short street may stand in another word by chance, so it counts where words begin and end.
    const text = `${pick(['', 'They are at ', '('])}${written}${pick(['', '.', ') now', '!'])}`;
    assert.ok(
      values.in(text).some(match => match.token === token),
      `seed 7, round ${round}: ${JSON.stringify(text)}`,
    );
  }
});
