import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {DISCLOSES, DISCLOSES_NOTHING} from '../testing/disclosure-by-hand.ts';
import {CORPUS_CONTEXT, contextOf} from '../testing/disclosure-context.ts';
import {disclosureCorpus} from '../testing/disclosure-corpus.ts';
import {allItems, examplePlan, wordsOf, type ExampleName} from '../testing/example-plans.ts';
import {findDisclosures} from './find-disclosures.ts';
import {DISCLOSURE_RULES, type Finding} from './finding.ts';

const SEED = 6;
const corpus = disclosureCorpus(SEED, 8);

interface Score {
  planted: number;
  missed: string[];
  right: number;
  wrong: string[];
}

function scoreOf(sentences: typeof corpus): Score {
  const score: Score = {planted: 0, missed: [], right: 0, wrong: []};
  for (const {text, planted} of sentences) {
    const findings = findDisclosures([text], CORPUS_CONTEXT);
    const fits = (finding: Finding, one: (typeof planted)[number]) =>
      finding.rule === one.rule && finding.start < one.end && one.start < finding.end;
    for (const one of planted) {
      score.planted += 1;
      if (!findings.some(finding => fits(finding, one))) score.missed.push(`${one.rule} ${text}`);
    }
    for (const finding of findings) {
      if (planted.some(one => fits(finding, one))) score.right += 1;
      else score.wrong.push(`${finding.rule} ${text.slice(finding.start, finding.end)} | ${text}`);
    }
  }
  return score;
}

describe(`E06: a corpus of ${corpus.length} sentences made from seed ${SEED}`, () => {
  const score = scoreOf(corpus);

  test('of what discloses something at least 98 in 100 are found', () => {
    const recall = 1 - score.missed.length / score.planted;
    assert.ok(recall >= 0.98, `recall ${recall}, missed:\n${score.missed.join('\n')}`);
  });

  test('of what is found at least 80 in 100 disclose something', () => {
    const precision = score.right / (score.right + score.wrong.length);
    assert.ok(precision >= 0.8, `precision ${precision}, wrong:\n${score.wrong.join('\n')}`);
  });

  test('no rule hides behind the others: each finds at least 95 in 100 of its own', () => {
    for (const rule of DISCLOSURE_RULES) {
      const own = scoreOf(corpus.filter(sentence => sentence.planted.some(one => one.rule === rule)));
      assert.ok(own.missed.length <= own.planted * 0.05, `${rule}:\n${own.missed.join('\n')}`);
    }
  });

  test('what only looks like it is left alone, but for one sentence in twenty', () => {
    const misses = corpus.filter(sentence => sentence.planted.length === 0);
    const {wrong} = scoreOf(misses);
    assert.ok(
      wrong.length <= misses.length / 20,
      `${wrong.length} of ${misses.length}:\n${wrong.join('\n')}`,
    );
  });
});

describe('E06: sentences written by hand', () => {
  const findingsOf = (text: string) => findDisclosures([text], CORPUS_CONTEXT);

  test('nine in ten of those that disclose are found, and the rest only by somebody who thinks', () => {
    const missed = DISCLOSES.filter(text => findingsOf(text).length === 0);
    assert.deepEqual(missed, [
      'Dad does not know which school he goes to now.',
      'They use the food bank in Saltmere.',
      'He can see the harbour from his window.',
    ]);
  });

  test('one in ten of those that disclose nothing is asked about', () => {
    const asked = DISCLOSES_NOTHING.filter(text => findingsOf(text).length > 0);
    assert.deepEqual(asked, [
      'He likes Thomas the Tank Engine and Paw Patrol.',
      'He uses a Big Mack switch and a PODD book.',
      'Gran and Jory sang Twinkle Twinkle.',
    ]);
  });

  test('each rule fires on its bad example and not on its good one', () => {
    const written: readonly [rule: string, bad: string, good: string][] = [
      ['SG-01', 'Jory now lives at 14 Marram Close with his mum.', 'Jory lives with his mum.'],
      ['SG-02', 'Call Mum on 07700 900123.', 'Ask the key worker to pass on a message.'],
      [
        'SG-03',
        'Since the move to the refuge Jory sleeps badly.',
        'Jory sleeps badly and wakes twice each night.',
      ],
      [
        'SG-04',
        'His brother was arrested last year.',
        'On three mornings in October Jory came to school without breakfast.',
      ],
      [
        'SG-05',
        'A strategy discussion was held on 2 June.',
        'Jory needs a calm place to talk when he is worried.',
      ],
    ];
    for (const [rule, bad, good] of written) {
      assert.ok(
        findingsOf(bad).some(finding => finding.rule === rule),
        bad,
      );
      assert.deepEqual(findingsOf(good), [], good);
    }
  });
});

describe('E06: the example plans', () => {
  /** Every word of both plans that the check asks about, with what stands behind it. */
  const EXPECTED: Readonly<Record<ExampleName, readonly string[]>> = {
    jory: [
      'J-CF3 SG-03 non-molestation',
      'J-N2a SG-03 Refuge',
      'J-N2a SG-06 Delphine Roe',
      'J-N2a SG-03 new surgery',
      'J-N2b SG-03 new surgery',
      'J-N7 SG-04 told Bronagh in confidence',
      'J-NM2 SG-04 Ade',
      'J-NM3 SG-04 Oduya',
    ],
    kez: [
      'K-A3 SG-03 stayed at Northgate',
      'K-CF4 SG-04 Tyrell',
      'K-N7 SG-04 Anton Baptiste',
      'K-NM3 SG-04 Mags',
      'K-NM4 SG-04 Pat',
      'K-BL1 SG-04 Anton Baptiste',
      'K-T9 SG-04 Ty',
    ],
  };

  for (const name of ['jory', 'kez'] as const) {
    test(`${name}: of all its items these words are asked about, and no others`, () => {
      const items = allItems(examplePlan(name));
      const texts = items.map(({item}) => wordsOf(item));
      const found = findDisclosures(texts, contextOf(name)).map(({text, rule, start, end}) => {
        return `${items[text]?.item.id} ${rule} ${texts[text]?.slice(start, end)}`;
      });
      assert.deepEqual(found, EXPECTED[name]);
    });
  }
});
