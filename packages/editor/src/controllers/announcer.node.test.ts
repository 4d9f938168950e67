import assert from 'node:assert/strict';
import test from 'node:test';
import {Announcer} from './announcer.ts';

function setUp() {
  let now = 0;
  const wakes: {at: number; wake: () => void}[] = [];
  const said: string[] = [];
  const announcer = new Announcer({
    now: () => now,
    wakeIn(ms, wake) {
      const entry = {at: now + ms, wake};
      wakes.push(entry);
      return () => wakes.splice(wakes.indexOf(entry), 1);
    },
    say: sentence => said.push(`${now}: ${sentence}`),
    sentence: heard => heard.map(one => `${one.who} ${one.part}`).join('; '),
  });
  const passTo = (time: number) => {
    for (;;) {
      wakes.sort((a, b) => a.at - b.at);
      const next = wakes[0];
      if (next === undefined || next.at > time) break;
      wakes.shift();
      now = next.at;
      next.wake();
    }
    now = time;
  };
  return {announcer, said, passTo};
}

test('forty changes in four seconds are said in two sentences', () => {
  const {announcer, said, passTo} = setUp();
  for (let i = 0; i < 40; i += 1) {
    passTo(i * 100);
    announcer.hear({who: i % 2 === 0 ? 'Wren' : 'Bronagh', part: 'F'});
  }
  passTo(60_000);
  assert.deepEqual(said, ['0: Wren F', '5000: Bronagh F; Wren F']);
});

test('nothing is said within two seconds of a key', () => {
  const {announcer, said, passTo} = setUp();
  announcer.keyPressed();
  announcer.hear({who: 'Wren', part: 'F'});
  passTo(1_500);
  announcer.keyPressed();
  passTo(3_400);
  assert.deepEqual(said, []);
  passTo(3_500);
  assert.deepEqual(said, ['3500: Wren F']);
});

test('a stopped announcer stays silent', () => {
  const {announcer, said, passTo} = setUp();
  announcer.hear({who: 'Wren', part: 'F'});
  announcer.stop();
  passTo(10_000);
  assert.deepEqual(said, []);
});
