import assert from 'node:assert/strict';
import {test} from 'node:test';
import {MESSAGE_DOORS, ROUTE_DOORS} from '../../packages/server/src/http/index.ts';
import {sourceFiles, textOf} from '../architecture/source-files.ts';
import {firstDifference} from '../harness/first-difference.ts';
import {excludedFrom, FAMILY_SHAPES} from '../harness/proof/families/index.ts';
import {doorsOf} from '../harness/proof/guesses.ts';
import {messageName} from '../harness/proof/message-doors.ts';
import {playFamilies} from '../harness/proof/play-families.ts';

/** Played first, since only then is it known what there is to guess. */
const kept = await playFamilies(FAMILY_SHAPES, true);
const nothing = await playFamilies(FAMILY_SHAPES, false, kept.secrets);

for (const shape of FAMILY_SHAPES) {
  for (const who of excludedFrom(shape)) {
    test(`row ${shape.row}, ${shape.situation}: nothing that is kept from ${who} changes a byte that ${who} gets`, () => {
      const key = `row ${shape.row}, ${who}`;
      const [left = [], right = []] = [nothing.lines.get(key), kept.lines.get(key)];
      assert.ok(left.length > 200, `${left.length} lines`);
      assert.equal(firstDifference(left, right), null);
    });
  }
}

test('at least 24 of the 33 situations are played, each once', t => {
  const rows = FAMILY_SHAPES.map(({row}) => row);
  assert.equal(new Set(rows).size, rows.length);
  assert.ok(rows.length >= 24 && rows.every(row => row >= 1 && row <= 33));
  const all = [...kept.lines.values()];
  const bytes = all.flat().reduce((sum, line) => sum + line.length, 0);
  t.diagnostic(`${rows.length} families, ${all.length} people, ${all.flat().length} lines, ${bytes} bytes`);
});

test('every route of the list of doors is tried', () => {
  const tried = doorsOf([...kept.walked, {method: 'DELETE', path: '/api/session'}]);
  assert.deepEqual(
    ROUTE_DOORS.filter(door => !tried.has(door)),
    [],
  );
});

/** Kinds of messages that are on the list and that this server doesn't send yet. */
const NOT_SENT = ['freeze'];

test('every kind of message of the list of doors comes in and goes out', () => {
  const seen = {
    in: new Set(kept.told.map(bytes => messageName('in', bytes))),
    out: new Set(kept.received.map(bytes => messageName('out', bytes))),
  };
  const missing = MESSAGE_DOORS.filter(({direction, name}) => !seen[direction].has(name));
  assert.deepEqual(
    missing.map(({name}) => name),
    NOT_SENT,
  );
  const server = sourceFiles().filter(path => path.startsWith('packages/server/src/'));
  for (const name of NOT_SENT)
    assert.ok(!server.some(path => textOf(path).includes(`kind: '${name}'`)), `${name} is sent now: play it`);
});
