import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {SYNC_LIMITS} from '../sync/limits.ts';
import {limitSettingName, limitsFrom} from './limits-from.ts';

const read = (environment: Record<string, string>) =>
  limitsFrom('GOLDTHREAD_SYNC_', SYNC_LIMITS, environment);

test('a limit that the environment names takes the place of its default, and no other does', () => {
  const limits = read({GOLDTHREAD_SYNC_UNLOAD_AFTER_MS: '250', PORT: '1'});
  assert.deepEqual(limits, {ok: true, value: {...SYNC_LIMITS, unloadAfterMs: 250}});
});

test('a limit that is no number above zero is named', () => {
  const error = 'GOLDTHREAD_SYNC_MESSAGE_BYTES must be a number above 0.';
  for (const wrong of ['0', '-1', 'much', 'Infinity']) {
    assert.deepEqual(read({GOLDTHREAD_SYNC_MESSAGE_BYTES: wrong}), {ok: false, error});
  }
});

test('a limit that does not exist is named', () => {
  assert.deepEqual(read({GOLDTHREAD_SYNC_SPEED: '1'}), {
    ok: false,
    error: 'GOLDTHREAD_SYNC_SPEED is not a setting.',
  });
});

test('the README of the server lists every limit', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const names = Object.keys(SYNC_LIMITS).map(limit => limitSettingName('GOLDTHREAD_SYNC_', limit));
  assert.deepEqual(
    names.filter(name => !readme.includes(`\`${name}\``)),
    [],
  );
});
