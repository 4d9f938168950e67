import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {
  allItems,
  examplePlan,
  importedExample,
  receivedBy,
  wordsOf,
  type ExampleName,
} from '../testing/example-plans.ts';

/** Everything that importing an example makes open to everyone, as one text in small letters. */
function openText(name: ExampleName): string {
  const {shared, voice, records} = importedExample(name);
  return JSON.stringify([[...shared], [...voice], records]).toLowerCase();
}

function importedRefs(name: ExampleName, compartment: 'shared' | 'voice'): string[] {
  return importedExample(name)
    .items.filter(item => item.compartment === compartment)
    .map(item => item.ref);
}

function statutory(name: ExampleName): string[] {
  return allItems(examplePlan(name))
    .filter(({path}) => path.startsWith('sections.'))
    .map(({item}) => item.id);
}

const SECRETS = {
  jory: [
    'refuge',
    'delphine',
    'downstair',
    'bed squeak',
    'harbour court',
    'saltmere',
    'addr-7q',
    'taxi',
    'surgery',
    'friday group',
    'what time year 3',
    'big voice',
    'door bang',
    'hide table',
    'mum cry',
    'quiet voice',
    'pancake',
    'therapy since june',
    'debt',
    'neighbour',
    '14 may',
    'kitchen door',
    'locks the door',
    'no unsupervised',
    'pressure on jory',
    'strategy',
  ],
  kez: [
    'grey car',
    'larch way',
    'addr-4m',
    "young people's clinic",
    'fraser',
    "back to mum's",
    'big thing when i',
    'see ty',
    'scared of my phone',
    'police',
    'drinking',
    "worker's car",
    'counselling notes',
    'overnight',
    'not shown',
    'sg1',
    'dog picture',
    'in care at farm',
    "i'm in care",
    'tyrell',
  ],
} as const;

/** The sleep goal repeats outcome E5, and the order of the court is known to all who are on the second plan. */
const TOLD_OPENLY: Readonly<Record<ExampleName, readonly string[]>> = {jory: ['J-SG2'], kez: ['K-BL1']};

describe('what the father of the first plan receives', () => {
  const plan = examplePlan('jory');

  test('is the whole statutory text, the nine open words of the child, and four items of the map', () => {
    const expected = [
      ...statutory('jory'),
      ...'J-DS1-F J-DS2 J-SG1 J-SG2'.split(' '),
      ...'J-T1 J-T2 J-T4 J-T5 J-T10 J-T11 J-T12 J-T13 J-T15'.split(' '),
    ];
    assert.deepEqual(receivedBy(plan, 'callum'), expected);
  });

  test('has no word that finds the family in his own copy of the danger statement', () => {
    const copy = allItems(plan).find(({item}) => item.id === 'J-DS1-F')?.item;
    const full = allItems(plan).find(({item}) => item.id === 'J-DS1')?.item;
    assert.ok(copy && full);
    assert.doesNotMatch(wordsOf(copy), /finds where they are/);
    assert.match(wordsOf(full), /finds where they are/);
    assert.equal(copy.variantOf, undefined);
    assert.equal(full.variantOf, copy.id);
  });

  test('holds no decision, session or contact that names him as somebody it is kept from', () => {
    const {records} = importedExample('jory');
    assert.deepEqual(records.sessions, []);
    assert.deepEqual(records.scales, []);
    for (const withholding of plan.withholdings ?? []) {
      assert.ok(!withholding.audience.some(key => key === 'callum'), withholding.id);
    }
    for (const contact of plan.contacts ?? []) {
      assert.ok(!contact.audience.some(key => key === 'callum'), contact.token);
    }
  });

  test('is kept from knowing of the one person who is withheld from him, and of her alone', () => {
    const hidden = plan.participants.filter(({hiddenFrom}) => hiddenFrom !== undefined);
    assert.deepEqual(
      hidden.map(({key, hiddenFrom}) => [key, hiddenFrom]),
      [['delphine', [{key: 'callum', class: 'sealed'}]]],
    );
  });
});

describe('what the mother of the second plan receives', () => {
  const plan = examplePlan('kez');

  test('is the whole statutory text, four open words of her daughter, a danger statement and its goal', () => {
    const expected = [...statutory('kez'), 'K-DS2', 'K-SG2', 'K-T1', 'K-T4', 'K-T7', 'K-T8'];
    assert.deepEqual(receivedBy(plan, 'michelle'), expected);
  });

  test('does not hold the answers that would tell her of what she may not know', () => {
    const {positions} = importedExample('kez').records;
    const words = positions.map(position => position.words ?? '');
    assert.ok(words.includes('grown men'));
    assert.ok(!words.some(text => /SG1|not shown/.test(text)));
  });

  test('the father of the second plan is on the plan as an order of the court, and as nobody', () => {
    assert.ok(!plan.participants.some(({name}) => name.includes('Anton')));
    assert.deepEqual(
      plan.statuses?.filter(({about}) => about !== undefined).map(({kind, about}) => [kind, about]),
      [['courtOrder', 'Anton Baptiste']],
    );
  });
});

describe('what importing puts where everyone reads it', () => {
  test('is of the first plan the statutory text and the nine words, and nothing else', () => {
    assert.deepEqual(importedRefs('jory', 'shared'), statutory('jory'));
    const voice = 'J-T1 J-T2 J-T4 J-T5 J-T10 J-T11 J-T12 J-T13 J-T15';
    assert.equal(importedRefs('jory', 'voice').join(' '), voice);
  });

  test('is of the second plan the statutory text, one danger statement and the four words', () => {
    assert.deepEqual(importedRefs('kez', 'shared'), [...statutory('kez'), 'K-DS2']);
    assert.equal(importedRefs('kez', 'voice').join(' '), 'K-T1 K-T4 K-T7 K-T8');
  });

  for (const name of ['jory', 'kez'] as const) {
    test(`leaves nothing of the ${name} file out: what not everyone reads is withheld, each item for its own readers`, () => {
      const {heldBack, groups, items} = importedExample(name);
      assert.deepEqual(heldBack, []);
      const withheld = groups.flatMap(({audience, items: list}) =>
        list.map(one => [one.item.ref, audience] as const),
      );
      assert.equal(withheld.length + items.length, allItems(examplePlan(name)).length);
      for (const person of examplePlan(name).participants) {
        const mine = new Set<string>(
          withheld.flatMap(([ref, audience]) => (audience.includes(person.key) ? [ref] : [])),
        );
        const open = new Set<string>(items.map(({ref}) => ref));
        const expected = receivedBy(examplePlan(name), person.key);
        const received = allItems(examplePlan(name)).flatMap(({item}) =>
          mine.has(item.id) || open.has(item.id) ? [item.id] : [],
        );
        assert.deepEqual(received, expected, person.key);
      }
    });

    test(`holds no phrase of the ${name} file that is kept from anybody`, () => {
      const open = openText(name);
      for (const secret of SECRETS[name]) assert.ok(!open.includes(secret), secret);
    });

    test(`shares five words in a row with no item of the ${name} file that stays out, but those told openly`, () => {
      const open = ` ${plainWords(openText(name)).join(' ')} `;
      const {heldBack, groups} = importedExample(name);
      const withheld = groups.flatMap(group => group.items.map(one => one.item));
      const kept = new Set<string>([...heldBack, ...withheld].map(({ref}) => ref));
      const shared = allItems(examplePlan(name)).filter(({item}) => {
        const words = plainWords(wordsOf(item).toLowerCase());
        return kept.has(item.id) && words.some((_, at) => isRunOf(words.slice(at, at + 5), open));
      });
      assert.deepEqual(
        shared.map(({item}) => item.id),
        TOLD_OPENLY[name],
      );
    });

    test(`gives no item of the ${name} file its name, number or place in the file`, () => {
      assert.doesNotMatch(openText(name), name === 'jory' ? /"j-[a-z]+\d/ : /"k-[a-z]+\d/);
    });
  }
});

function plainWords(text: string): string[] {
  return text.match(/[a-z0-9']+/g) ?? [];
}

function isRunOf(run: readonly string[], open: string): boolean {
  return run.length === 5 && open.includes(` ${run.join(' ')} `);
}
