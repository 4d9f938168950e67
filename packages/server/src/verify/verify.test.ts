import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import test, {type TestContext} from 'node:test';
import * as Y from 'yjs';
import {KeyRing} from '../keys/index.ts';
import {openWith} from '../open-storage.ts';
import {CHAIN_START, Inspection, chainHash} from '../storage/index.ts';
import {comment} from '../storage/testing/comment-contract.ts';
import {disagreement} from '../storage/testing/disagreement-contract.ts';
import {contact} from '../storage/testing/contact-contract.ts';
import {NOW, idOf, newPlan, personOf, row} from '../storage/testing/contract-world.ts';
import {copy} from '../storage/testing/copy-contract.ts';
import {opening} from '../storage/testing/glass-contract.ts';
import {position} from '../storage/testing/position-contract.ts';
import {purge} from '../storage/testing/purge-contract.ts';
import {scale} from '../storage/testing/scale-contract.ts';
import {decision} from '../storage/testing/withholding-contract.ts';
import {TEST_MASTER_KEY} from '../testing/index.ts';
import {seededRandom} from '@goldthread/schema/testing';
import {verify} from './verify.ts';

/** Updates of a document, and a snapshot of the first two. */
function wording() {
  const doc = new Y.Doc();
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => void updates.push(update));
  const insert = (words: string): void => {
    doc.getText('section:B').insert(0, words);
  };
  insert('one');
  insert('two');
  const snapshot = {
    upToSeq: 2,
    epoch: 1,
    stateVector: Y.encodeStateVector(doc),
    bytes: Y.encodeStateAsUpdate(doc),
  };
  insert('three');
  insert('four');
  return {updates, snapshot};
}

/** A data folder with something of everything in it, closed; `tamper` changes it behind everybody's back. */
async function sealedFolder(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-verify-'));
  t.after(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  const random = seededRandom(4);
  const made = newPlan(random);
  const [id, planId] = [idOf(made), made.plan.id];
  const storage = openWith(folder, TEST_MASTER_KEY);
  await storage.createPlan(made);
  const token = (await storage.acquireLease(planId, 'first', false))?.token ?? -1;
  const {updates, snapshot} = wording();
  const append = {planId, compartmentId: id, token, items: [], carry: [], refusals: []};
  const who = {planId, actor: personOf(made), sessionId: null};
  const entry = {...who, action: 'read', itemIds: [], subject: null} as const;
  const rows = updates.map((bytes, index) => ({...row(index + 1), bytes}));
  await storage.commit([{...append, updates: rows}]);
  await storage.saveSnapshot(planId, token, id, snapshot);
  await storage.record([
    {kind: 'withholding', put: decision(random, made, id)},
    {kind: 'withholding', put: decision(random, made, id)},
    {kind: 'position', put: position(random, made)},
    {kind: 'scale', put: scale(random, made)},
    {kind: 'comment', put: comment(random, made)},
    {kind: 'disagreement', put: disagreement(random, made)},
    {kind: 'contact', put: contact(random, made)},
    {kind: 'copy', put: copy(random, made)},
    {kind: 'purge', put: purge(random, made)},
    {kind: 'glass', put: opening(random, made)},
    ...[id, null, id].map(compartmentId => {
      const append = {...entry, at: NOW, compartmentId, detail: {}};
      return {kind: 'audit', append} as const;
    }),
  ]);
  await storage.close();
  const tamper = (change: (db: DatabaseSync) => void): void => {
    const db = new DatabaseSync(join(folder, 'goldthread.db'));
    db.exec(
      'DROP TRIGGER audit_is_not_changed; DROP TRIGGER audit_is_not_deleted; DROP TRIGGER audit_is_only_added_to',
    );
    change(db);
    db.close();
  };
  const findings = () => look(folder).findings.map(({row: name, problem}) => `${name} ${problem}`);
  return {folder, id, planId, made, tamper, findings};
}

function look(folder: string) {
  const ring = new KeyRing(folder, TEST_MASTER_KEY, {readOnly: true});
  const inspection = new Inspection(folder, ring);
  const verdict = verify(inspection, ring);
  inspection.close();
  ring.close();
  return verdict;
}

/** The column with its last byte changed, which is a byte of the seal. */
const spoiled = (column: string): string =>
  `CAST(substr(${column}, 1, length(${column}) - 1) || iif(substr(${column}, -1) = x'00', x'01', x'00') AS BLOB)`;

test('a folder that is as it was written gives no finding', async t => {
  const {folder} = await sealedFolder(t);
  assert.deepEqual(look(folder), {plans: 1, documents: 2, rows: 19, findings: []});
});

const CHANGES: Readonly<Record<string, readonly [sql: string, finding: RegExp]>> = {
  'an update': [
    `UPDATE log_chunk SET body=${spoiled('body')}`,
    /^update 4 of document \S{22} was changed or moved$/,
  ],
  'a snapshot': [
    `UPDATE snapshot SET bytes=${spoiled('bytes')}`,
    /^snapshot of document \S{22} was changed or moved$/,
  ],
  'a point beside a snapshot': [
    `UPDATE snapshot SET state_vector=x'00'`,
    /^snapshot of document \S{22} is not at the point that is noted beside it$/,
  ],
  'a snapshot that was taken away': [
    'DELETE FROM snapshot',
    /^update 1 of document \S{22} has lost its words, and no snapshot holds them$/,
  ],
  'updates that were taken out': ['DELETE FROM log_chunk', /^update 1 of document \S{22} was taken out$/],
  'what a plan knows': [`UPDATE plan SET body=${spoiled('body')}`, /^plan \S{22} was changed or moved$/],
  'a person': [
    `UPDATE participant SET body=${spoiled('body')} WHERE rowid=1`,
    /^participant \S{22} was changed or moved$/,
  ],
  'two people in each other’s place': [
    `UPDATE participant SET body=(SELECT body FROM participant AS other WHERE other.rowid <> participant.rowid)`,
    /^participant \S{22} was changed or moved$/,
  ],
  'a decision': [
    `UPDATE withholding SET body=${spoiled('body')} WHERE rowid=1`,
    /^withholding \S{22} was changed or moved$/,
  ],
  'a decision in the place of another': [
    `UPDATE withholding SET body=(SELECT body FROM withholding AS other WHERE other.rowid=2) WHERE rowid=1`,
    /^withholding \S{22} was changed or moved$/,
  ],
  'what a party said': [
    `UPDATE position SET body=${spoiled('body')}`,
    /^position \S{22} was changed or moved$/,
  ],
  'a scale': [`UPDATE scale SET body=${spoiled('body')}`, /^scale \S{22} was changed or moved$/],
  'a comment': [`UPDATE comment SET body=${spoiled('body')}`, /^comment \S{22} was changed or moved$/],
  'a disagreement': [
    `UPDATE disagreement SET body=${spoiled('body')}`,
    /^disagreement \S{22} was changed or moved$/,
  ],
  'a value of the contact store': [
    `UPDATE contact SET body=${spoiled('body')}`,
    /^contact \S{22} was changed or moved$/,
  ],
  'a purge': [`UPDATE purge_record SET body=${spoiled('body')}`, /^purge \S{22} was changed or moved$/],
  'an opening in an emergency': [
    `UPDATE glass SET body=${spoiled('body')}`,
    /^glass \S{22} was changed or moved$/,
  ],
  'a decision that words may be copied': [
    `UPDATE copy SET body=${spoiled('body')}`,
    /^copy \S{22} was changed or moved$/,
  ],
  'words without a seal': [`UPDATE plan SET body=CAST('{}' AS BLOB)`, /^plan \S{22} is not sealed$/],
  'the time of an entry': ['UPDATE audit SET at=at+1 WHERE number=2', /^audit 2 of plan \S{22} was changed/],
  'the body of an entry': [
    `UPDATE audit SET body=${spoiled('body')} WHERE number=1`,
    /^audit 1 of plan \S{22} was changed/,
  ],
  'the document of an entry': [
    'UPDATE audit SET doc=2 WHERE number=3',
    /^audit 3 of plan \S{22} was changed/,
  ],
  'the hash of an entry': [
    `UPDATE audit SET hash=${spoiled('hash')} WHERE number=1`,
    /^audit 1 of plan \S{22} was changed/,
  ],
  'an entry in the middle that was taken out': [
    'DELETE FROM audit WHERE number=2',
    /^audit 2 of plan \S{22} was taken out$/,
  ],
  'the newest entry that was taken out': [
    'DELETE FROM audit WHERE number=3',
    /^audit 3 of plan \S{22} was taken out, and all after it$/,
  ],
  'an entry that was put in': [
    'INSERT INTO audit SELECT plan_id, 4, at, doc, body, hash FROM audit WHERE number=3',
    /^audit 4 of plan \S{22} was changed/,
  ],
};

for (const [what, [sql, finding]] of Object.entries(CHANGES)) {
  test(`a change behind the server’s back is found and its row named: ${what}`, async t => {
    const {tamper, findings} = await sealedFolder(t);
    tamper(db => void db.exec(sql));
    const [first = 'nothing'] = findings();
    assert.match(first, finding);
  });
}

test('a chain that somebody without the keys made anew over changed rows is found', async t => {
  const {planId, tamper, findings} = await sealedFolder(t);
  tamper(db => {
    db.exec('DELETE FROM audit WHERE number=1; UPDATE audit SET number=number-1');
    const rows = db
      .prepare(
        'SELECT audit.*, compartment.id AS id FROM audit LEFT JOIN compartment USING (doc) ORDER BY number',
      )
      .all();
    let hash = CHAIN_START;
    for (const {number, at, body, id} of rows) {
      assert.ok(body instanceof Uint8Array);
      // The row as the server would chain it.
      const compartmentId = id as ReturnType<typeof idOf> | null;
      hash = chainHash(hash, {planId, number: Number(number), at: Number(at), compartmentId, body});
      db.prepare('UPDATE audit SET hash=? WHERE number=?').run(hash, number ?? 0);
    }
    db.prepare('UPDATE audit_head SET number=?, hash=?').run(rows.length, hash);
  });
  const moved = [1, 2].map(number => `audit ${number} of plan ${planId} was changed or moved`);
  assert.deepEqual(findings(), moved);
});

test('a key that was destroyed is said to be gone', async t => {
  const {folder, id, findings} = await sealedFolder(t);
  const keys = new DatabaseSync(join(folder, 'keys.db'));
  keys.prepare('DELETE FROM data_key WHERE compartment_id=?').run(id);
  keys.close();
  const found = findings();
  assert.ok(found.includes(`snapshot of document ${id} lies under a key that is not there any more`));
});

test('no finding holds a word or a name', async t => {
  const {tamper, findings} = await sealedFolder(t);
  tamper(db => {
    for (const [, [sql]] of Object.entries(CHANGES).slice(0, 8)) db.exec(sql);
  });
  assert.doesNotMatch(findings().join('\n'), /Esme|three|location|Serious/);
});
