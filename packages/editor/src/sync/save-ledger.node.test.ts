import assert from 'node:assert/strict';
import test from 'node:test';
import {advanceLedger, emptyLedger, saveStateOf, type LedgerEvent} from './save-ledger.ts';
import {losesWords, worstSaveState} from './save-state.ts';

const AT = new Date('2026-11-23T10:42:00Z');
const KEPT = {isKeeping: true, isUnderWay: false};
const NOT_KEPT = {isKeeping: false, isUnderWay: false};
const ONLY_HERE = {kind: 'onlyOnThisDevice', keptAcrossReload: true, isUnderWay: false} as const;
const opened: LedgerEvent = {kind: 'opened'};
const closed: LedgerEvent = {kind: 'closed'};
const edited: LedgerEvent = {kind: 'edited'};
const answered: LedgerEvent = {kind: 'sent', answersServer: true};
const sent: LedgerEvent = {kind: 'sent', answersServer: false};
const durable = (upTo: number): LedgerEvent => ({kind: 'durable', upTo, at: AT});

function after(...events: LedgerEvent[]): string {
  return saveStateOf(events.reduce(advanceLedger, emptyLedger(false)), NOT_KEPT, false).kind;
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
  assert.deepEqual(saveStateOf(ledger, KEPT, true), ONLY_HERE);
  const done = [opened, answered, durable(1)].reduce(advanceLedger, ledger);
  assert.deepEqual(saveStateOf(done, KEPT, true), {kind: 'saved', at: AT});
});

test('a copy of the device with nothing unsent in it has nothing to save until there is a connection', () => {
  const ledger = emptyLedger(false);
  assert.deepEqual(saveStateOf(ledger, KEPT, true), {kind: 'nothingToSave'});
  assert.deepEqual(saveStateOf(advanceLedger(ledger, opened), KEPT, true), {kind: 'connecting'});
  assert.deepEqual(saveStateOf(advanceLedger(ledger, edited), KEPT, true), ONLY_HERE);
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
      {...ONLY_HERE, isUnderWay: true},
      {...ONLY_HERE, keptAcrossReload: false},
    ]),
    {...ONLY_HERE, keptAcrossReload: false, isUnderWay: true},
  );
  const later = {kind: 'saved', at: new Date(AT.getTime() + 1)} as const;
  assert.deepEqual(worstSaveState([later, saved]), later);
  assert.deepEqual(worstSaveState([]), {kind: 'connecting'});
});

test('words on their way to the device’s disk are said to be so, and only where the device keeps any', () => {
  const ledger = [opened, answered, durable(1), closed, edited].reduce(advanceLedger, emptyLedger(false));
  const underWay = {isKeeping: true, isUnderWay: true};
  assert.deepEqual(saveStateOf(ledger, underWay, true), {...ONLY_HERE, isUnderWay: true});
  assert.deepEqual(saveStateOf(ledger, {...underWay, isKeeping: false}, true), {
    ...ONLY_HERE,
    keptAcrossReload: false,
  });
});

test('closing the page loses words that neither the server nor the device has', () => {
  assert.equal(losesWords({...ONLY_HERE, isUnderWay: true}), true);
  assert.equal(losesWords({...ONLY_HERE, keptAcrossReload: false}), true);
  assert.equal(losesWords({kind: 'notSaved', code: 'OWNER', sentence: ''}), true);
  assert.equal(losesWords({kind: 'saving'}), true);
  assert.equal(losesWords(ONLY_HERE), false);
  assert.equal(losesWords({kind: 'saved', at: AT}), false);
  assert.equal(losesWords(undefined), false);
});
