import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {CLOSE} from '@goldthread/schema/wire';
import {backUp} from '../../packages/server/src/cli/back-up.ts';
import {restore} from '../../packages/server/src/cli/restore.ts';
import {RunningSync} from '../harness/running-sync.ts';
import {SyncFixture} from '../harness/sync-fixture.ts';
import {hashTicket} from '../harness/ticket-hash.ts';
import {waitFor} from '../harness/wait-for.ts';
import {addItem, wordsOf} from '../harness/writing.ts';

test('a page that was open when the server was lost brings no word of its own back into the restored plan', async t => {
  const place = mkdtempSync(join(tmpdir(), 'goldthread-restored-'));
  const fixture = await SyncFixture.start();
  let restored: RunningSync | null = null;
  t.after(async () => {
    await fixture.stop();
    await restored?.close();
    rmSync(place, {recursive: true});
  });
  const session = await fixture.signIn('esme');
  const ticket = await fixture.ticket(session);
  const esme = fixture.client(ticket);
  await esme.synced();
  addItem(esme.doc, fixture.random, 'section:E', 'outcome', 'before the copy');
  await esme.saved();
  await backUp(fixture.folder, join(place, 'copy'));
  addItem(esme.doc, fixture.random, 'section:E', 'outcome', 'after the copy');
  await esme.saved();

  const paths = {dataFolder: join(place, 'data'), masterKeyFile: join(place, 'key')};
  writeFileSync(paths.masterKeyFile, '07'.repeat(32));
  const {findings} = await restore(join(place, 'copy'), paths, fixture.clock.now());
  assert.deepEqual(findings, []);
  restored = await RunningSync.start({
    folder: paths.dataFolder,
    port: 0,
    clock: fixture.clock,
    random: fixture.random,
  });
  const again = fixture.client(ticket, {port: restored.port, doc: esme.doc});
  await waitFor('a closed socket', () => again.closeCode !== null);
  assert.equal(again.closeCode, CLOSE.signedOut.code);
  assert.equal(again.frames.length, 0);
  const words = await restored.sync.withDocument(fixture.shared, doc => wordsOf(doc, 'section:E'));
  assert.match(words ?? '', /before the copy/);
  assert.doesNotMatch(words ?? '', /after the copy/);

  // The session of somebody who signed in anew, on a page that kept the old document.
  const fresh = {...session, id: 'N'.repeat(22) as typeof session.id, tokenHash: 'new', endedAt: null};
  await restored.storage.createSession(fresh);
  const compartment = await restored.storage.compartment(fixture.shared);
  const cid = 4_000_000_001;
  await restored.storage.createTicket({
    ticketHash: hashTicket('fresh'),
    planId: session.planId,
    compartmentId: fixture.shared,
    participantId: session.participantId,
    sessionId: fresh.id,
    cid,
    epoch: compartment?.epoch ?? 0,
    createdAt: fixture.clock.now(),
  });
  const old = fixture.client(
    {ticket: 'fresh', cid, epoch: 1},
    {port: restored.port, extra: '&epoch=1', doc: esme.doc},
  );
  await waitFor('a closed socket', () => old.closeCode !== null);
  assert.equal(old.closeCode, CLOSE.stale.code);
});
