import assert from 'node:assert/strict';
import test from 'node:test';
import {accessDifference, changeSentence, withChange} from './change-log.ts';

const entry = (who: string, root: 'section:F' | 'section:B', minute: number) => ({
  who,
  root,
  part: root.slice(-1),
  at: new Date(2026, 10, 22, 14, minute),
});

test('a person who goes on changing a part stands once, at the top', () => {
  let log = withChange([], entry('Wren', 'section:F', 1));
  log = withChange(log, entry('Temi', 'section:B', 2));
  log = withChange(log, entry('Wren', 'section:F', 3));
  assert.deepEqual(
    log.map(one => `${one.who} ${one.at.getMinutes()}`),
    ['Wren 3', 'Temi 2'],
  );
});

test('two people in one part are said in one sentence', () => {
  const heard = [
    {who: 'Wren', part: 'F'},
    {who: 'Temi', part: 'F'},
    {who: 'Temi', part: 'B'},
  ];
  const said = changeSentence(
    heard,
    names => names.join(' and '),
    (who, part) => `${who} changed ${part}.`,
  );
  assert.equal(said, 'Wren and Temi changed F. Temi changed B.');
});

test('what was gained and what was lost is told apart', () => {
  assert.deepEqual(accessDifference(['section:B', 'section:F'], ['section:F', 'section:E']), {
    gained: ['section:E'],
    lost: ['section:B'],
  });
});
