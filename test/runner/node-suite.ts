import {globSync} from 'node:fs';
import {runCommand, ROOT} from './command.ts';
import {total, type Count, type Suite} from './suite.ts';

/** No file comes near it; one that hangs is ended and counts as failed, so that a run always says how it went. */
const FILE_LIMIT_MS = 300_000;

/** Files that run side by side: as many as a small machine has cores. */
const AT_ONCE = 2;

const CLOSING_LINE = /^(\d+) passed, (\d+) failed/m;

/** A suite of `node:test` files, found by glob patterns below the project's folder. No file at all is a failure. */
export function nodeSuite(name: string, patterns: readonly string[]): Suite {
  return {
    name,
    async run() {
      const files = filesOf(patterns);
      if (files.length === 0) return {passed: 0, failed: 1};
      return await runFiles(files, [`--test-concurrency=${AT_ONCE}`]);
    },
  };
}

/**
 * The same in as many processes as run side by side, each of which loads the code once for all its files: that takes half of the
 * processor's time. For files that leave nothing behind for others.
 */
export function sharedSuite(name: string, patterns: readonly string[]): Suite {
  return {
    name,
    async run() {
      const files = filesOf(patterns);
      const shares = Array.from({length: AT_ONCE}, (_, share) =>
        files.filter((_file, at) => at % AT_ONCE === share),
      );
      if (shares.some(share => share.length === 0)) return {passed: 0, failed: 1};
      return total(
        await Promise.all(
          shares.map(share => runFiles(share, ['--test-isolation=none', '--test-force-exit'])),
        ),
      );
    },
  };
}

function filesOf(patterns: readonly string[]): string[] {
  return globSync(patterns, {cwd: ROOT, exclude: path => path.includes('node_modules')}).sort();
}

async function runFiles(files: readonly string[], how: readonly string[]): Promise<Count> {
  const {code, output} = await runCommand(process.execPath, [
    '--test',
    ...how,
    `--test-timeout=${FILE_LIMIT_MS}`,
    '--test-reporter=./test/runner/node-reporter.mjs',
    ...files,
  ]);
  return readCount(code, output);
}

function readCount(code: number, output: string): Count {
  const found = CLOSING_LINE.exec(output);
  if (found === null) return {passed: 0, failed: 1};
  const count = {passed: Number(found[1]), failed: Number(found[2])};
  return code !== 0 && count.failed === 0 ? {...count, failed: 1} : count;
}
