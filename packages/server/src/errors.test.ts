import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import test from 'node:test';
import {CLOSE, REFUSALS} from '@goldthread/schema/wire';
import {errorManual} from './error-manual.ts';
import {ERRORS, RequestProblem, errorBody} from './errors.ts';

test('the manual of errors is what the registries say', () => {
  const manual = readFileSync(new URL('../../../docs/errors.md', import.meta.url), 'utf8');
  assert.equal(manual, errorManual(), 'Run: node packages/server/bin/write-error-manual.ts');
});

test('every error is an HTTP failure with a sentence that ends, and fits in one line of the manual', () => {
  const sentences = [...Object.values(ERRORS), ...Object.values(CLOSE)].map(one => one.sentence);
  for (const sentence of [...sentences, ...Object.values(REFUSALS)])
    assert.match(sentence, /^[A-Z][^\n|]*\.$/);
  for (const {status} of Object.values(ERRORS)) assert.ok(status >= 400 && status < 600);
});

test('only a fault of our own is logged as an error', () => {
  const loud = Object.entries(ERRORS).filter(([, {level}]) => level === 'error');
  assert.deepEqual(
    loud.map(([code, {status}]) => [code, status]),
    [['OUR_FAULT', 500]],
  );
});

test('a problem carries its code and nothing of what was sent', () => {
  assert.equal(new RequestProblem('NOT_FOUND').message, 'NOT_FOUND');
  assert.deepEqual(Object.keys(errorBody('NOT_FOUND').error), ['code', 'message']);
});
