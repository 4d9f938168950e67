import assert from 'node:assert/strict';
import test from 'node:test';
import {fuzzGate} from '../harness/gate-fuzz.ts';

/** 10,000 hostile updates in every run; `npm run soak` asks for a million and may name another seed. */
const COUNT = Number(process.env['GOLDTHREAD_FUZZ_COUNT'] ?? 20_000);
const SEED = Number(process.env['GOLDTHREAD_FUZZ_SEED'] ?? 20_26);

test('no hostile update changes what it may not and no honest one is refused', () => {
  const report = fuzzGate({seed: SEED, count: COUNT});
  assert.ok(report.hostile >= COUNT, `seed ${SEED}`);
  assert.ok(report.honest > COUNT / 50, `seed ${SEED}`);
  assert.ok(
    report.admittedHostile > COUNT / 100,
    'the attacks are close enough to the rules to be let through',
  );
  for (const code of [
    'FORBIDDEN',
    'OWNER',
    'MISSING_DEPS',
    'MALFORMED',
    'UNBOUND_CLIENT',
    'CONTENT',
    'NODE',
  ]) {
    assert.ok((report.refusals.get(code) ?? 0) > 0, `nothing was refused as ${code} at seed ${SEED}`);
  }
});
