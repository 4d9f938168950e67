import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import test from 'node:test';
import {TestServer} from '../testing/index.ts';
import {schoolSymbols} from './school-symbols.ts';

const PACK = {
  name: 'Ours',
  licence: 'CC0',
  categories: [{id: 'sky', word: 'Sky'}],
  symbols: [{id: 'sun', word: 'sun', category: 'sky', art: [{d: 'M1 1h4', fill: 'glow'}]}],
};

function fileWith(t: test.TestContext, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
  t.after(() => {
    rmSync(folder, {recursive: true});
  });
  writeFileSync(join(folder, 'symbols.json'), text);
  return join(folder, 'symbols.json');
}

test('a school’s own symbols are read from the file that the setting names, and given to the pages', async t => {
  const schoolsOwn = schoolSymbols(fileWith(t, JSON.stringify(PACK)));
  const server = await TestServer.start({schoolsOwn});
  t.after(() => server.stop());
  const answer = await server.send({method: 'GET', url: '/symbols.json'});
  assert.deepEqual([answer.statusCode, answer.json()], [200, {pack: PACK}]);
});

test('without the setting the pages are told that there are none', async t => {
  assert.equal(schoolSymbols(null), null);
  const server = await TestServer.start();
  t.after(() => server.stop());
  assert.deepEqual((await server.send({method: 'GET', url: '/symbols.json'})).json(), {pack: null});
});

test('a file that is no pack stops the start with a sentence that says what is wrong with it', t => {
  assert.throws(() => schoolSymbols(fileWith(t, '{')), /can’t be read as JSON\.$/);
  const [symbol] = PACK.symbols;
  const strange = {...PACK, symbols: [{...symbol, art: [{d: '<script>'}]}]};
  assert.throws(
    () => schoolSymbols(fileWith(t, JSON.stringify(strange))),
    /^Error: GOLDTHREAD_SYMBOLS .*symbols\[0\]\.art\[0\]\.d/,
  );
});
