import {globSync} from 'node:fs';
import {fileURLToPath} from 'node:url';
import {parseArgs} from 'node:util';
import {defaultReporter} from '@web/test-runner';
import {playwrightLauncher} from '@web/test-runner-playwright';
import {bundledTests} from './web-test-runner-bundle.mjs';
import {compositionCommands} from './web-test-runner-composition.mjs';

const folder = fileURLToPath(new URL('.', import.meta.url));
const root = fileURLToPath(new URL('../..', import.meta.url));
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

/** The files that the command names, or all. */
function filesToRun() {
  const options = {config: {type: 'string'}, files: {type: 'string', multiple: true}};
  const {values, positionals} = parseArgs({options, strict: false});
  const named =
    values.files === undefined ? ['packages/editor/src/**/*.test.ts'] : [...values.files, ...positionals];
  return globSync(named, {cwd: root, exclude: ['**/*.node.test.ts']});
}

/** The closing line that the test run reads: the runner itself ends well even where a file holds no test. */
function closingLine() {
  return {
    onTestRunFinished({sessions}) {
      const count = {passed: 0, failed: 0, skipped: 0};
      const walk = suite => {
        for (const test of suite.tests)
          count[test.skipped ? 'skipped' : test.passed ? 'passed' : 'failed'] += 1;
        suite.suites.forEach(walk);
      };
      for (const session of sessions) {
        if (session.testResults) walk(session.testResults);
        if (session.errors?.length || !session.passed) count.failed += session.testResults ? 0 : 1;
      }
      process.stdout.write(`\n${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped\n`);
    },
  };
}

export default {
  rootDir: root,
  files: [`${folder}src/**/*.test.ts`, `!${folder}src/**/*.node.test.ts`],
  concurrency: 2,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 120_000,
  testFramework: {config: {ui: 'tdd', timeout: '10000'}},
  plugins: [await bundledTests(root, filesToRun()), compositionCommands()],
  reporters: [defaultReporter({reportTestProgress: false}), closingLine()],
  browsers: [
    playwrightLauncher({
      product: 'chromium',
      launchOptions: {executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args},
    }),
  ],
};
