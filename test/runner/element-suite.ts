import {runCommand} from './command.ts';
import type {Suite} from './suite.ts';

const CLOSING_LINE = /^(\d+) passed, (\d+) failed, (\d+) skipped$/m;

/**
 * The element tests in a real Chromium. The runner ends with 0 even where a file holds no test, so the count is taken
 * from its closing line; a skipped test counts as failed.
 */
export function elementSuite(): Suite {
  return {
    name: 'elements',
    async run() {
      const {code, output} = await runCommand('web-test-runner', [
        '--config',
        'packages/editor/web-test-runner.config.mjs',
      ]);
      const found = CLOSING_LINE.exec(output);
      if (found === null) return {passed: 0, failed: 1};
      const failed = Number(found[2]) + Number(found[3]);
      return {passed: Number(found[1]), failed: code !== 0 && failed === 0 ? 1 : failed};
    },
  };
}
