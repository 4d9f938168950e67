import assert from 'node:assert/strict';
import test from 'node:test';
import {playSuggesting} from '../harness/suggesting.ts';

/** In every test run; `npm run soak` asks for 10,000 and may name another seed. */
const RUNS = Number(process.env['GOLDTHREAD_SUGGESTING_RUNS'] ?? 100);
const SEED = Number(process.env['GOLDTHREAD_SUGGESTING_SEED'] ?? 4);

test('whatever people type, suggest and answer at the same time, nothing is lost and nothing is invalid', async t => {
  const {runs, answers, states} = await playSuggesting(SEED, RUNS);
  assert.equal(runs, RUNS);
  t.diagnostic(JSON.stringify(Object.fromEntries([...answers, ...states])));
  for (const state of ['proposed', 'countered', 'agreed', 'different', 'withdrawn'])
    assert.ok((states.get(state) ?? 0) > 0, `${state} at seed ${SEED}`);
});
