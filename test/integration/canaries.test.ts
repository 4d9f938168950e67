import assert from 'node:assert/strict';
import {test} from 'node:test';
import {WORD_LEAKS} from '../harness/canaries/leaks.ts';
import {playHouses} from '../harness/canaries/play-houses.ts';

/** A hundred sessions each. */
const SEEDS = Number(process.env['GOLDTHREAD_CANARY_SEEDS'] ?? 10);
const FIRST = Number(process.env['GOLDTHREAD_CANARY_SEED'] ?? 1);
const LAST = process.env['GOLDTHREAD_CANARY_SEED'] === undefined ? SEEDS : FIRST;

for (let seed = FIRST; seed <= LAST; seed += 1) {
  test(`sessions of seed ${seed}: no withheld word reaches anybody outside, nor a log, a metric or a file`, async t => {
    const {sessions, markers, problem} = await playHouses(seed);
    assert.equal(problem, null, `GOLDTHREAD_CANARY_SEED=${seed} plays it again.\n${problem}`);
    assert.equal(sessions, 100);
    assert.ok(markers > 100);
    t.diagnostic(`${sessions} sessions, ${markers} markers`);
  });
}

for (const {what, found, mutant} of WORD_LEAKS) {
  test(`the canaries find a server that ${what}`, async () => {
    const {problem} = await playHouses(1, mutant);
    assert.match(problem ?? 'nothing', found);
  });
}
