import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseUpgrade} from './upgrade-request.ts';

const PLAN = 'AAAAAAAAAAAAAAAAAAAAAA';
const DOC = 'BBBBBBBBBBBBBBBBBBBBBB';

test('an address is read with what it says and null for what it leaves out', () => {
  assert.deepEqual(parseUpgrade(`/sync/${PLAN}/${DOC}?ticket=t%20t&cid=4000000000`), {
    planId: PLAN,
    compartmentId: DOC,
    ticket: 't t',
    cid: 4_000_000_000,
    epoch: null,
    schema: null,
  });
  const full = parseUpgrade(`/sync/${PLAN}/${DOC}?ticket=t&cid=1&epoch=3&schema=2`);
  assert.deepEqual([full?.epoch, full?.schema], [3, 2]);
});

test('a number that is none never fits, and an address that is none is null', () => {
  const odd = parseUpgrade(`/sync/${PLAN}/${DOC}?ticket=t&cid=x&epoch=1e3&schema=-1`);
  assert.deepEqual([odd?.cid, odd?.epoch, odd?.schema], [-1, -1, -1]);
  for (const address of [
    undefined,
    '',
    '/',
    '/sync',
    `/sync/${PLAN}/${DOC}`,
    `/sync/${PLAN}/${DOC}?cid=1`,
    `/sync/${PLAN}/${DOC}/more?ticket=t&cid=1`,
    `/sync/${PLAN}/..%2f?ticket=t&cid=1`,
    `/other/${PLAN}/${DOC}?ticket=t&cid=1`,
    'http://[',
  ]) {
    assert.equal(parseUpgrade(address), null, String(address));
  }
});
