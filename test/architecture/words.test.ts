import assert from 'node:assert/strict';
import test from 'node:test';
import {projectFiles, textOf} from './source-files.ts';

const text = projectFiles().filter(
  path => /\.(ts|mjs|js|json|md|html|css|yml|yaml|patch|sh)$/.test(path) || path === '.ci/run',
);
const self = 'test/architecture/words.test.ts';

function findings(pattern: RegExp, files: readonly string[]): string[] {
  return files
    .filter(path => path !== self)
    .flatMap(path =>
      textOf(path)
        .split('\n')
        .flatMap((line, index) =>
          pattern.test(line) ? [`${path}:${index + 1}: ${line.trim().slice(0, 100)}`] : [],
        ),
    );
}

test('nothing is left for later behind a comment', () => {
  assert.deepEqual(
    findings(
      /\b(TODO|FIXME|XXX|HACK)\b/,
      text.filter(path => !path.startsWith('patches/')),
    ),
    [],
  );
});

test('no test is left out or run alone', () => {
  const tests = text.filter(path => path.endsWith('.test.ts'));
  assert.deepEqual(findings(/\b(test|it|describe|suite)\.(only|skip|todo)\(|\bskip:\s*true/, tests), []);
});

test('no file names a package registry', () => {
  assert.deepEqual(findings(/registry\.(npmjs|yarnpkg)|npmjs\.org|unpkg\.com|jsdelivr/i, text), []);
});

test('no test sleeps', () => {
  const tests = text.filter(path => path.endsWith('.test.ts'));
  assert.deepEqual(findings(/\bsleep\(|waitForTimeout\(/, tests), []);
});
