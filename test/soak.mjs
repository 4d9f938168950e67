// The random tests at full volume. The same files as in the test run, told by numbers in the environment to do more; a number
// that is set already stays. A thin JavaScript file, because the bootstrap starts it by this name.
import {nodeSuite} from './runner/node-suite.ts';

const VOLUMES = {
  GOLDTHREAD_SEEDS: '3000',
  GOLDTHREAD_FUZZ_COUNT: '1000000',
  GOLDTHREAD_KILLS: '500',
  GOLDTHREAD_CANARY_SEEDS: '300',
  GOLDTHREAD_SUGGESTING_RUNS: '10000',
};

for (const [name, value] of Object.entries(VOLUMES)) {
  process.env[name] ??= value;
  console.log(`${name}=${process.env[name]}`);
}
const {passed, failed} = await nodeSuite('soak', [
  'test/integration/convergence.test.ts',
  'test/integration/gate-fuzz.test.ts',
  'test/integration/sync-crash.test.ts',
  'test/integration/canaries.test.ts',
  'test/integration/suggesting-fuzz.test.ts',
]).run();
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;
