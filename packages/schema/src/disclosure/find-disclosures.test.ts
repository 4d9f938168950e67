import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {CORPUS_CONTEXT} from '../testing/disclosure-context.ts';
import {disclosureCorpus} from '../testing/disclosure-corpus.ts';
import {findDisclosures, type DisclosureContext} from './find-disclosures.ts';
import {findingKey} from './finding.ts';

describe('E06: who and what is known', () => {
  const find = (text: string, more: Partial<DisclosureContext> = {}) =>
    findDisclosures([text], {...CORPUS_CONTEXT, ...more}).map(
      ({rule, start, end}) => `${rule} ${text.slice(start, end)}`,
    );

  test('somebody on the plan may be named, but not before a reader from whom they are hidden', () => {
    const text = 'Delphine Roe and Esme Farrow came.';
    const without = CORPUS_CONTEXT.readers.filter(id => (id as string) !== 'callum');
    assert.deepEqual(find(text, {readers: without}), []);
    assert.deepEqual(find(text), ['SG-06 Delphine Roe']);
    assert.deepEqual(find("Delphine's bag"), ['SG-06 Delphine']);
  });

  test('somebody whom the person who asks may not know is a stranger like any other', () => {
    const people = CORPUS_CONTEXT.people.filter(person => (person.id as string) !== 'delphine');
    const told = find('Delphine came.', {people});
    assert.deepEqual(told, ['SG-04 Delphine']);
    assert.deepEqual(find('Michelle came.', {people}), ['SG-04 Michelle']);
  });

  test('a known given name with a strange surname is a stranger', () => {
    assert.deepEqual(find('It was Callum Bligh.'), ['SG-04 Callum Bligh']);
    assert.deepEqual(find('It was Callum Penhale.'), []);
  });

  test('a protected value is found under the rule of its kind, also where no pattern would know it', () => {
    const protectedValues = [
      {token: 'A', kind: 'address', value: 'The Old Boathouse, Saltmere'},
      {token: 'B', kind: 'phone', value: '482911'},
      {token: 'C', kind: 'other', value: 'Biscuit the dog'},
    ] as const;
    assert.deepEqual(
      find('They are at the old boathouse, biscuit the dog as well, 482 911.', {protectedValues}),
      ['SG-01 the old boathouse', 'SG-06 biscuit the dog', 'SG-02 482 911'],
    );
  });

  test('a protected name counts in full, and by its own part where that has a capital', () => {
    assert.deepEqual(find('the lowfield house letter'), ['SG-06 lowfield house']);
    assert.deepEqual(find("Lowfield's letter"), ["SG-06 Lowfield's"]);
    assert.deepEqual(find('a low field, a lantern, a house'), []);
  });

  test('an enquiry is asked about in the statutory text and where the place isn’t known, not on the safety map', () => {
    const text = 'A strategy discussion was held.';
    assert.deepEqual(find(text), ['SG-05 strategy discussion']);
    assert.deepEqual(find(text, {root: 'section:D'}), ['SG-05 strategy discussion']);
    assert.deepEqual(find(text, {root: 'sos:worries'}), []);
  });
});

describe('E06: findings', () => {
  const [first, second] = ['Ring 07700 900123 now. He lives at Flat 3,\nHarbour Court, ZZ99 3AB.', 'flat 3'];
  const findings = findDisclosures([first, '', second], CORPUS_CONTEXT);

  test('each says where it stands: which text, from where to where, in which sentence', () => {
    const shown = findings.map(({text, start, end, rule, sentence}) => [
      text,
      rule,
      [first, '', second][text]?.slice(start, end),
      sentence,
    ]);
    assert.deepEqual(shown, [
      [0, 'SG-02', '07700 900123', 'Ring 07700 900123 now.'],
      [0, 'SG-01', 'Flat 3,\nHarbour Court, ZZ99 3AB', 'He lives at Flat 3,\nHarbour Court, ZZ99 3AB.'],
      [2, 'SG-01', 'flat 3', 'flat 3'],
    ]);
  });

  test('an address is asked about once, and not again for the words around it and the names in it', () => {
    const text = 'He lives at Harbour Court with Ty, and at 12 Lorna Close.';
    const shown = findDisclosures([text], CORPUS_CONTEXT).map(({rule, start, end}) => [
      rule,
      text.slice(start, end),
    ]);
    assert.deepEqual(shown, [
      ['SG-01', 'Harbour Court'],
      ['SG-04', 'Ty'],
      ['SG-01', '12 Lorna Close'],
    ]);
  });

  test('invisible characters and full-width letters hide nothing', () => {
    const hide = (text: string) => [...text].join('\u200b');
    const wide = (text: string) =>
      text.replace(/[!-~]/g, letter => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
    for (const text of ['07700 900123', 'ZZ99 3AB', '14 Marram Close', 'refuge', 'Michelle Thorne', 'LADO']) {
      for (const odd of [hide(text), wide(text)]) {
        const [finding] = findDisclosures([odd], CORPUS_CONTEXT);
        assert.equal(finding && odd.slice(finding.start, finding.end), odd, text);
      }
    }
  });

  test('the same words under the same rule have the same key wherever they stand, and others another', () => {
    assert.equal(findings[2]?.key, findingKey('SG-01', 'FLAT  3'));
    assert.notEqual(findingKey('SG-01', 'flat 3'), findingKey('SG-06', 'flat 3'));
    assert.notEqual(findings[0]?.key, findings[1]?.key);
    const moved = findDisclosures(['And: 07700 900123'], CORPUS_CONTEXT);
    assert.equal(moved[0]?.key, findings[0]?.key);
  });

  test('names, titles and coordinates in the metadata of a file are texts like any other', () => {
    const metadata = [
      'Harbour_Court-letter-final.docx',
      'Author: Michelle Thorne',
      'GPS 51.50735, -0.12776',
      'Producer: Microsoft Word',
      'IMG_20261105_101500.jpg',
    ];
    assert.deepEqual(
      findDisclosures(metadata, CORPUS_CONTEXT).map(({text, rule}) => [text, rule]),
      [
        [0, 'SG-01'],
        [1, 'SG-04'],
        [2, 'SG-01'],
      ],
    );
  });

  test('places are those of the text as it was written, whatever stands in it', () => {
    for (const {text, planted} of disclosureCorpus(66, 1)) {
      const odd = `👪 ｆｕｌｌ\u200b e\u0301 ${text}`;
      for (const finding of findDisclosures([odd], CORPUS_CONTEXT)) {
        assert.ok(finding.start < finding.end && finding.end <= odd.length, odd);
        const words = odd.slice(finding.start, finding.end);
        assert.equal(words.trim(), words, odd);
        assert.ok(planted.length === 0 || odd.includes(words));
      }
    }
  });

  test('a long text takes time in step with its length, whatever it repeats', () => {
    // With a pattern that starts again at every letter, none of these would come to an end here.
    const units = [
      'a',
      'A',
      '0 ',
      'a@',
      'a.',
      ' at ',
      "a's ",
      'moved to a ',
      'e\u0301',
      'He lives in the 12 of On Mr 07 ',
    ];
    for (const unit of units) {
      const long = unit.repeat(100_000 / unit.length);
      for (const finding of findDisclosures([long], CORPUS_CONTEXT)) {
        assert.ok(finding.sentence.length < 400, unit);
      }
    }
  });
});
