import {commandSuite} from './command-suite.ts';
import {elementSuite} from './element-suite.ts';
import {nodeSuite, sharedSuite} from './node-suite.ts';
import {total, type Count, type Suite} from './suite.ts';

/** What a second run need not look at again; a fresh clone has none. */
const CACHE = 'node_modules/.cache';

/** The compiler on one project. */
function typesOf(project: string): readonly [string, ...string[]] {
  const buildInfo = `${CACHE}/tsc/${project.replaceAll('/', '-')}.tsbuildinfo`;
  return ['tsc', '-p', project, '--noEmit', '--incremental', '--tsBuildInfoFile', buildInfo];
}

/** Every suite, in the order in which a mistake is cheapest to find. */
const SUITES: readonly Suite[] = [
  commandSuite('types', [
    typesOf('packages/editor/tsconfig.test.json'),
    typesOf('packages/server'),
    typesOf('test'),
    typesOf('packages/editor'),
    typesOf('packages/schema'),
  ]),
  commandSuite('lint', [
    ['eslint', '.', '--max-warnings', '0', '--cache', '--cache-location', `${CACHE}/eslint/`],
  ]),
  commandSuite('format', [
    ['prettier', '--check', '--log-level', 'warn', '--cache', '--cache-location', `${CACHE}/prettier`, '.'],
  ]),
  nodeSuite('architecture', ['test/architecture/**/*.test.ts']),
  sharedSuite('unit', [
    'packages/schema/src/**/*.test.ts',
    'packages/server/src/**/*.test.ts',
    'packages/editor/src/**/*.node.test.ts',
    'test/bench/**/*.test.ts',
  ]),
  nodeSuite('integration', ['test/integration/**/*.test.ts']),
  elementSuite(),
  nodeSuite('journeys', ['test/e2e/**/*.test.ts']),
];

const READERS: ReadonlySet<string> = new Set(['types', 'lint', 'format']);

interface Row {
  readonly name: string;
  readonly count: Count;
  readonly seconds: number;
}

/**
 * Runs the suites named, or all of them, and prints `N passed, N failed` alone on the last line.
 * Answers the exit code for the process: 0 only where something ran and nothing failed.
 */
export async function runSuites(names: readonly string[]): Promise<number> {
  const unknown = names.filter(name => !SUITES.some(suite => suite.name === name));
  if (unknown.length > 0) {
    console.error(
      `No suite is called ${unknown.join(', ')}. There are: ${SUITES.map(one => one.name).join(', ')}.`,
    );
    return 2;
  }
  const chosen = names.length === 0 ? SUITES : SUITES.filter(suite => names.includes(suite.name));
  const rows: Row[] = [];
  for (const suites of inTurn(chosen)) rows.push(...(await Promise.all(suites.map(runSuite))));
  return printSummary(rows);
}

/** Suites that only read what is there run side by side; every other one has the machine for itself. */
function inTurn(suites: readonly Suite[]): readonly (readonly Suite[])[] {
  const readers = suites.filter(suite => READERS.has(suite.name));
  const others = suites.filter(suite => !READERS.has(suite.name)).map(suite => [suite]);
  return readers.length === 0 ? others : [readers, ...others];
}

async function runSuite(suite: Suite): Promise<Row> {
  console.log(`\n== ${suite.name}`);
  const started = performance.now();
  const count = await suite.run();
  return {name: suite.name, count, seconds: (performance.now() - started) / 1000};
}

function printSummary(rows: readonly Row[]): number {
  console.log('\n== summary');
  for (const {name, count, seconds} of rows) {
    console.log(
      `   ${name.padEnd(14)} passed=${count.passed} failed=${count.failed} ${seconds.toFixed(0)} s`,
    );
  }
  const sum = total(rows.map(row => row.count));
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return sum.failed === 0 && sum.passed > 0 ? 0 : 1;
}
