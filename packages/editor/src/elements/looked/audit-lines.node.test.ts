import assert from 'node:assert/strict';
import test from 'node:test';
import {AUDIT_ACTIONS, type AuditAction, type ItemId, type ParticipantId} from '@goldthread/schema';
import type {AuditEntry, NamedPerson} from '../../records/audit.ts';
import {auditDays} from './audit-lines.ts';

// Test ids; nothing parses them.
const temi: NamedPerson = {id: 'temi' as ParticipantId, name: 'Temi Adeyemi'};
const esme: NamedPerson = {id: 'esme' as ParticipantId, name: 'Esme Farrow'};
const reader = {
  isMe: ({id}: NamedPerson) => id === temi.id,
  nameOf: (id: string) => (id === 'b1' ? 'B1' : ''),
};

function entry(action: AuditAction, at: string, more: Partial<AuditEntry> = {}): AuditEntry {
  return {action, at: new Date(at), actor: esme, subject: null, itemIds: [], detail: {}, ...more};
}

function lines(...entries: AuditEntry[]): string[] {
  return auditDays(entries, reader).flatMap(day => day.lines.map(line => `${line.time} ${line.sentence}`));
}

test('the documents that one person opens within a minute make one line', () => {
  const parts = ['withheld', 'voice', 'shared'].map((part, at) =>
    entry('read', `2026-11-28T09:30:0${2 - at}`, {detail: {part}}),
  );
  assert.deepEqual(lines(...parts), [
    '09:30 Esme Farrow opened the plan, the Three Houses and a private note.',
  ]);
});

test('the same person a minute later makes another line', () => {
  const [later, sooner] = ['2026-11-28T09:31:10', '2026-11-28T09:30:10'];
  assert.equal(lines(entry('read', later), entry('read', sooner)).length, 2);
});

test('two people who open the plan in one minute make two lines', () => {
  const at = '2026-11-28T09:30:10';
  assert.deepEqual(lines(entry('read', at), entry('read', at, {actor: temi})), [
    '09:30 Esme Farrow opened the plan.',
    '09:30 You opened the plan.',
  ]);
});

test('each day has its own lines, newest first', () => {
  const days = auditDays(
    [entry('read', '2026-11-28T09:30:00'), entry('read', '2026-11-27T09:30:00')],
    reader,
  );
  assert.deepEqual(
    days.map(({day}) => day),
    ['2026-11-28', '2026-11-27'],
  );
});

test('what was done to oneself says so, and what was done by nobody on the plan is the service’s', () => {
  const at = '2026-11-28T09:30:00';
  assert.deepEqual(lines(entry('codeIssued', at, {subject: temi})), ['09:30 Esme Farrow gave you a code.']);
  assert.deepEqual(lines(entry('invited', at, {actor: null, subject: esme})), [
    '09:30 The service made a link for Esme Farrow.',
  ]);
});

test('items are named as this page calls them, and not at all where it doesn’t have them', () => {
  const itemIds = ['b1', 'elsewhere'] as ItemId[];
  assert.deepEqual(lines(entry('wrote', '2026-11-28T09:30:00', {itemIds})), [
    '09:30 Esme Farrow changed the plan. About B1.',
  ]);
});

test('every action of the audit has a sentence', () => {
  for (const action of AUDIT_ACTIONS) {
    const [line] = lines(entry(action, '2026-11-28T09:30:00', {subject: temi, detail: {to: 'final'}}));
    assert.match(line ?? '', /^09:30 [A-Z].*\.$/, action);
  }
});
