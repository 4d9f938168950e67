import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import test from 'node:test';
import type {CompartmentId, ItemId, ParticipantId, PlanId, WithholdingId} from '@goldthread/schema';
import {TestServer, personId, smallPlan} from './testing/index.ts';

/** Every word by which somebody could tell what stands in a plan, whom it is about, or who must not know of whom. */
const CANARIES = [
  'three key words',
  'A therapist will work',
  'red train',
  'blue room quiet',
  'talks fine with me',
  'Penhale',
  'Delphine',
  'refuge',
  '2019-05-03',
  'sealed canary',
  'legal canary',
  'detail canary',
];

function findings(folder: string): string[] {
  return readdirSync(folder, {recursive: true, encoding: 'utf8'}).flatMap(name => {
    const bytes = readFileSync(join(folder, name));
    return CANARIES.filter(word =>
      [Buffer.from(word), Buffer.from(word, 'utf16le')].some(form => bytes.includes(form)),
    ).map(word => `${word} in ${name}`);
  });
}

async function writeEverything(server: TestServer): Promise<void> {
  const {storage, audit} = server.server.http;
  const plan = await server.importPlan(smallPlan());
  const planId = plan.planId as PlanId;
  const bronagh = personId(plan, 'bronagh') as ParticipantId;
  const [shared] = await storage.compartments(planId);
  assert.ok(shared !== undefined);
  const id = 'C'.repeat(22) as CompartmentId;
  await storage.record([
    {kind: 'compartment', put: {...shared, id, kind: 'withheld', audience: [bronagh]}},
    {
      kind: 'withholding',
      put: {
        id: 'W'.repeat(22) as WithholdingId,
        planId,
        compartmentId: id,
        itemIds: ['I'.repeat(22) as ItemId],
        personId: null,
        hiddenFrom: [],
        reasonCode: 'location',
        legalGround: 'legal canary',
        factBase: 'sealed canary',
        alternatives: '',
        openReason: '',
        childTold: '',
        proposedBy: bronagh,
        proposedAt: 1,
        approvedBy: null,
        approvedAt: null,
        reviewOn: '2026-12-20',
        status: 'pending',
        releaseAskedBy: null,
        releaseTold: null,
        readerAsked: null,
        escalatedAt: null,
        movedFrom: [],
        shapes: [],
        imminent: false,
        reviewedAt: null,
      },
    },
  ]);
  await audit.note({
    planId,
    actor: bronagh,
    sessionId: null,
    action: 'withheld',
    compartmentId: id,
    detail: {word: 'detail canary'},
  });
  const person = await server.signIn(planId, bronagh);
  const url = `/api/plans/${planId}`;
  assert.match((await server.send({method: 'GET', url, headers: person.headers})).body, /three key words/);
}

test('no word of a plan and no name lies in any file of the data folder, while it is served or afterwards', async t => {
  const server = await TestServer.start();
  await writeEverything(server);
  assert.deepEqual(findings(server.folder), []);
  await server.server.close();
  t.after(() => rm(server.folder, {recursive: true}));
  const files = readdirSync(server.folder).sort();
  assert.deepEqual(files, ['goldthread.db', 'keys.db']);
  assert.deepEqual(findings(server.folder), []);
});
