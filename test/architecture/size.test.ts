import assert from 'node:assert/strict';
import test from 'node:test';
import {sourceFiles, textOf} from './source-files.ts';

/** Lines that a module may have. */
const LIMIT = 250;
/** Lines that a module with a reason may have. */
const HARD_LIMIT = 400;

/** Modules over the limit, each with the reason why it is still one idea. */
const EXCEPTIONS: Readonly<Record<string, string>> = {};

const sizes = sourceFiles().map(path => ({path, lines: textOf(path).split('\n').length - 1}));

test(`a module has at most ${LIMIT} lines, unless it is listed with a reason`, () => {
  const long = sizes.filter(one => one.lines > LIMIT && EXCEPTIONS[one.path] === undefined);
  assert.deepEqual(long, []);
});

test(`no module has more than ${HARD_LIMIT} lines`, () => {
  assert.deepEqual(
    sizes.filter(one => one.lines > HARD_LIMIT),
    [],
  );
});

test('every exception is still needed', () => {
  const idle = Object.keys(EXCEPTIONS).filter(
    path => (sizes.find(one => one.path === path)?.lines ?? 0) <= LIMIT,
  );
  assert.deepEqual(idle, []);
});
