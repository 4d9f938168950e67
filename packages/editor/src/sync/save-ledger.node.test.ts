import assert from 'node:assert/strict';
import test from 'node:test';
import {advanceLedger, emptyLedger, saveStateOf, type LedgerEvent} from './save-ledger.ts';
import {worstSaveState} from './save-state.ts';

const AT = new Date('2026-11-23T10:42:00Z');
const opened: LedgerEvent = {kind: 'opened'};
const closed: LedgerEvent = {kind: 'closed'};
const edited: LedgerEvent = {kind: 'edited'};
const answered: LedgerEvent = {kind: 'sent', answersServer: true};
const sent: LedgerEvent = {kind: 'sent', answersServer: false};
const durable = (upTo: number): LedgerEvent => ({kind: 'durable', upTo, at: AT});

function after(...events: LedgerEvent[]): string {
  return saveStateOf(events.reduce(advanceLedger, emptyLedger(false)), false, false).kind;
}

test('nothing is called saved before the server has acknowledged what it lacked', () => {
  assert.equal(after(), 'connecting');
  assert.equal(after(opened), 'connecting');
  assert.equal(after(opened, answered), 'saving');
  assert.equal(after(opened, durable(1)), 'connecting');
  assert.equal(after(opened, answered, durable(1)), 'saved');
});

test('an acknowledgement of part of the frames isn’t saved', () => {
  assert.equal(after(opened, answered, edited, sent, edited, sent, durable(2)), 'saving');
  assert.equal(after(opened, answered, edited, sent, edited, sent, durable(2), durable(3)), 'saved');
});

test('an acknowledgement of more than was sent makes nothing saved ahead of time', () => {
  assert.equal(after(opened, answered, durable(99), edited, sent), 'saving');
});

test('an edit that no frame has carried yet isn’t saved by a late acknowledgement', () => {
  assert.equal(after(opened, answered, edited, durable(1)), 'saving');
});

test('an edit that was on its way when the connection was lost is only on this device', () => {
  assert.equal(after(opened, answered, durable(1), edited, sent, closed), 'onlyOnThisDevice');
  assert.equal(after(opened, answered, durable(1), edited, sent, closed, opened), 'saving');
  assert.equal(
    after(opened, answered, durable(1), edited, sent, closed, opened, answered, durable(1)),
    'saved',
  );
});

test('acknowledgements count each connection anew', () => {
  const first = [opened, answered, edited, sent, durable(2), closed];
  assert.equal(after(...first, edited, opened, answered), 'saving');
  assert.equal(after(...first, edited, opened, answered, durable(1)), 'saved');
});

test('losing the connection with everything stored leaves it saved', () => {
  assert.equal(after(opened, answered, durable(1), closed), 'saved');
});

test('words brought back from the device aren’t saved until the server says so', () => {
  const ledger = emptyLedger(true);
  assert.deepEqual(saveStateOf(ledger, true, true), {kind: 'onlyOnThisDevice', keptAcrossReload: true});
  const done = [opened, answered, durable(1)].reduce(advanceLedger, ledger);
  assert.deepEqual(saveStateOf(done, true, true), {kind: 'saved', at: AT});
});

test('a copy of the device with nothing unsent in it has nothing to save until there is a connection', () => {
  const ledger = emptyLedger(false);
  assert.deepEqual(saveStateOf(ledger, true, true), {kind: 'nothingToSave'});
  assert.deepEqual(saveStateOf(advanceLedger(ledger, opened), true, true), {kind: 'connecting'});
  assert.deepEqual(saveStateOf(advanceLedger(ledger, edited), true, true), {
    kind: 'onlyOnThisDevice',
    keptAcrossReload: true,
  });
  assert.deepEqual(worstSaveState([{kind: 'nothingToSave'}, {kind: 'connecting'}]), {kind: 'connecting'});
  assert.deepEqual(worstSaveState([{kind: 'saved', at: AT}, {kind: 'nothingToSave'}]), {
    kind: 'nothingToSave',
  });
});

test('of several documents the worst speaks, and a copy that isn’t everywhere is none', () => {
  const saved = {kind: 'saved', at: AT} as const;
  assert.deepEqual(worstSaveState([saved, {kind: 'saving'}]), {kind: 'saving'});
  assert.deepEqual(
    worstSaveState([
      {kind: 'onlyOnThisDevice', keptAcrossReload: true},
      {kind: 'onlyOnThisDevice', keptAcrossReload: false},
    ]),
    {kind: 'onlyOnThisDevice', keptAcrossReload: false},
  );
  const later = {kind: 'saved', at: new Date(AT.getTime() + 1)} as const;
  assert.deepEqual(worstSaveState([later, saved]), later);
  assert.deepEqual(worstSaveState([]), {kind: 'connecting'});
});
