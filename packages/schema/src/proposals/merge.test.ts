import assert from 'node:assert/strict';
import test from 'node:test';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {below, editedBlocks, paragraph, randomBlocks, seededRandom} from '../testing/index.ts';
import {differenceOf, mergeWordings, plainWords, saysTheSame, type Wording} from './index.ts';

const RUNS = 400;
const SEED = 41;

const said = (text: string, facts: Wording['facts'] = {}): Wording => ({
  facts,
  blocks: text.split('\n').map(paragraph),
});
const merged = (base: Wording, now: Wording, proposed: Wording) => {
  const result = mergeWordings(base, now, proposed);
  return result.ok ? plainWords(result.value) : result.error;
};

const BASE = said('A TA sits beside him. It is 45 minutes every week.\nWren shows how.');

test('changes of two sentences stand together', () => {
  const now = said('A trained TA sits beside him. It is 45 minutes every week.\nWren shows how.');
  const proposed = said('A TA sits beside him. It is 90 minutes every week.\nWren shows how. He agrees.');
  assert.equal(
    merged(BASE, now, proposed),
    'A trained TA sits beside him. It is 90 minutes every week.\nWren shows how. He agrees.',
  );
});

test('two changes of one sentence make no third that nobody wrote: the proposal asks again', () => {
  const now = said('A TA sits beside him. It is 90 minutes every week.\nWren shows how.');
  const proposed = said('A TA sits beside him. It is 45 minutes every two weeks.\nWren shows how.');
  assert.equal(merged(BASE, now, proposed), 'ask again');
  assert.equal(merged(BASE, now, now), plainWords(now), 'the same change twice is one');
});

test('words that were taken out meanwhile are not brought back by a change of them', () => {
  const now = said('A TA sits beside him.\nWren shows how.');
  const proposed = said('A TA sits beside him. It is 90 minutes every week.\nWren shows how.');
  assert.equal(merged(BASE, now, proposed), 'ask again');
});

test('facts that belong together are one fact', () => {
  const [base, now] = [
    said('x', {'frequency.n': 1, 'frequency.per': 'week', who: 'TA'}),
    said('x', {'frequency.n': 2, 'frequency.per': 'week', who: 'TA'}),
  ];
  const apart = said('x', {'frequency.n': 1, 'frequency.per': 'week', who: 'Wren'});
  const result = mergeWordings(base, now, apart);
  assert.deepEqual(result.ok && result.value.facts, {'frequency.n': 2, 'frequency.per': 'week', who: 'Wren'});
  assert.equal(
    merged(base, now, said('x', {'frequency.n': 1, 'frequency.per': 'month', who: 'TA'})),
    'ask again',
  );
  const without = mergeWordings(base, base, said('x', {'frequency.n': 1, 'frequency.per': 'week'}));
  assert.deepEqual(without.ok && without.value.facts, {'frequency.n': 1, 'frequency.per': 'week'});
});

test(`whatever two sides change, ${RUNS} times: what one left alone is the other’s, either way round gives the same, and no sentence of either is lost`, () => {
  const random = seededRandom(SEED);
  let merges = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const base = {facts: {}, blocks: randomBlocks(random)};
    const [now, proposed] = [base, base].map(one => ({facts: {}, blocks: editedBlocks(random, one.blocks)}));
    assert.ok(now && proposed);
    const what = `seed ${SEED} run ${run}`;
    assert.equal(merged(base, base, proposed), plainWords(proposed), what);
    assert.equal(merged(base, now, base), plainWords(now), what);
    const result = merged(base, now, proposed);
    assert.equal(merged(base, proposed, now), result, what);
    if (result === 'ask again') continue;
    merges += 1;
    const old = sentencesIn(base.blocks);
    for (const sentence of [...sentencesIn(now.blocks), ...sentencesIn(proposed.blocks)])
      if (!old.includes(sentence)) assert.ok(result.includes(sentence.trim()), `${what}: ${sentence}`);
  }
  assert.ok(merges > RUNS / 10 && merges < RUNS, `${merges} merged`);
});

test(`whatever facts two sides fill in, ${RUNS} times: what belongs together is one side’s or the other’s, and two that differ are asked about again`, () => {
  const random = seededRandom(SEED);
  const some = (old: Wording['facts']): Wording['facts'] => {
    const [kind, n] = [below(random, 5), below(random, 3)];
    if (kind === 0) return old;
    if (kind === 1) return {...old, place: `room ${n}`};
    if (kind === 2) return {...old, 'frequency.n': n};
    if (kind === 3) return {...old, 'frequency.per': `per ${n}`};
    return Object.fromEntries(Object.entries(old).filter(([name]) => name !== 'place'));
  };
  let asked = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const base = some({place: 'hall', 'frequency.n': 9, 'frequency.per': 'per 9'});
    const [now, proposed] = [some(base), some(base)];
    const [one, other] = [[now, proposed] as const, [proposed, now] as const].map(([mine, theirs]) =>
      mergeWordings(said('x', base), said('x', mine), said('x', theirs)),
    );
    assert.deepEqual(one, other, `seed ${SEED} run ${run}`);
    const groups = [['place'], ['frequency.n', 'frequency.per']];
    const values = (facts: Wording['facts'], names: readonly string[]) =>
      names.map(name => facts[name] ?? null);
    for (const names of groups) {
      const [was, is, would] = [base, now, proposed].map(facts => JSON.stringify(values(facts, names)));
      const isAsked = is !== was && would !== was && is !== would;
      if (isAsked) assert.equal(one?.ok, false);
      else if (one?.ok === true)
        assert.equal(JSON.stringify(values(one.value.facts, names)), is === was ? would : is);
    }
    if (one?.ok === false) asked += 1;
  }
  assert.ok(asked > RUNS / 20 && asked < RUNS / 2, `${asked} asked again`);
});

test(`a difference holds every word of both wordings, ${RUNS} times`, () => {
  const random = seededRandom(SEED);
  for (let run = 0; run < RUNS; run += 1) {
    const before = {facts: {}, blocks: randomBlocks(random)};
    const after = {facts: {}, blocks: editedBlocks(random, before.blocks)};
    const difference = differenceOf(before, after);
    const all = difference.lines.flat();
    const without = (kind: string) =>
      all
        .filter(part => part.kind !== kind)
        .map(({text}) => text)
        .join('');
    assert.equal(without('added'), plainWords(before).replaceAll('\n', ''));
    assert.equal(without('removed'), plainWords(after).replaceAll('\n', ''));
    if (saysTheSame(before, after)) assert.ok(all.every(part => part.kind === 'same'));
    else assert.notDeepEqual(after, before);
  }
});

test('a difference reads as a person would say it', () => {
  const after = said('A TA sits beside him. It is 45 minutes every two weeks.\nWren shows how.', {who: 'TA'});
  const {lines, facts} = differenceOf(BASE, after);
  assert.deepEqual(
    lines[0]?.map(({kind, text}) => `${kind}: ${text}`),
    ['same: A TA sits beside him. It is 45 minutes every ', 'removed: week.', 'added: two weeks.'],
  );
  assert.deepEqual(facts, [{name: 'who', before: null, after: 'TA'}]);
});

function sentencesIn(blocks: readonly PmJson[]): string[] {
  return plainWords({facts: {}, blocks}).split(/\n|(?<=[.!?])\s+/u);
}
