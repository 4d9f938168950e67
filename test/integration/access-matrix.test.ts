import assert from 'node:assert/strict';
import {test} from 'node:test';
import {EHCP, ROLES, rootsOf, STAGES, type Role, type RootName, type Stage} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {encodeSyncStep2, encodeUpdate} from '@goldthread/schema/wire';
import {canonicalHash} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {
  ACTS,
  bytesOf,
  letterOf,
  mayWriteIn,
  refusalOf,
  SWITCHED,
  type Act,
  type Switch,
} from '../harness/matrix-cells.ts';
import {cellKey, matrixPlan, type MatrixPlan} from '../harness/matrix-plan.ts';
import {oneShot} from '../harness/one-shot.ts';
import {SyncFixture, type Ticket} from '../harness/sync-fixture.ts';
import {waitFor} from '../harness/wait-for.ts';
import type {WireClient} from '../harness/wire-client.ts';

/** One plan in one stage with the switches in one position; every role tries everything in it. */
interface Round {
  readonly stage: Stage;
  readonly isOpen: Switch;
  readonly roots: readonly RootName[];
  readonly kind: 'shared' | 'voice';
  readonly fixture: SyncFixture;
  readonly world: MatrixPlan;
  readonly witness: WireClient;
  /** What the document is to be in the end: what it was, and what was allowed. */
  readonly model: Y.Doc;
  cells: number;
}

/** One person in one round: a socket that stays, and a ticket for the sockets that are refused. */
interface Lane {
  readonly round: Round;
  readonly role: Role;
  readonly client: WireClient;
  readonly spare: Ticket;
  clock: number;
}

const LIMITS = {refusals: 1e9, presenceBurst: 1000, fullSyncBurst: 1000, messageBurst: 1e6};

async function startFixture(): Promise<{fixture: SyncFixture; world: MatrixPlan}> {
  const world = matrixPlan(seededRandom(7), Date.UTC(2026, 10, 22));
  return {fixture: await SyncFixture.start({limits: LIMITS, plan: world.plan}), world};
}

async function startRound(
  fixture: SyncFixture,
  world: MatrixPlan,
  kind: Round['kind'],
  stage: Stage,
  isOpen: Switch,
): Promise<Round> {
  const all = rootsOf(EHCP, kind);
  const roots = isOpen === 'unset' ? all : all.filter(root => SWITCHED.includes(root));
  const witness = await fixture.join('witness', fixture[kind]);
  const model = new Y.Doc();
  Y.applyUpdate(model, Y.encodeStateAsUpdate(witness.doc));
  return {stage, isOpen, roots, kind, fixture, world, witness, model, cells: 0};
}

async function enter(round: Round, role: Role): Promise<Lane> {
  const {fixture, kind} = round;
  const session = await fixture.signIn(role);
  const client = fixture.client(await fixture.ticket(session, fixture[kind]), {compartmentId: fixture[kind]});
  const spare = await fixture.ticket(session, fixture[kind]);
  await client.synced();
  await client.saved();
  return {round, role, client, spare, clock: 0};
}

/** Moves the plan to the stage under everybody's feet. */
async function changeStage(fixture: SyncFixture, stage: Stage, isOpen: Switch): Promise<void> {
  const id = fixture.plan.plan.id;
  const version = (await fixture.storage.plan(id))?.version ?? 0;
  const coWriting =
    isOpen === 'unset' ? {} : Object.fromEntries(SWITCHED.map(root => [root, isOpen === 'open']));
  await fixture.storage.updatePlan(id, version, {stage, coWriting});
  await fixture.changed();
}

/** Everything that one person tries in one document. */
async function runLane(lane: Lane): Promise<void> {
  const {round, role, client} = lane;
  const {stage, isOpen, roots, kind, witness} = round;
  const letters = new Map(rootsOf(EHCP, kind).map(root => [root, letterOf(role, stage, root)]));
  const writable = rootsOf(EHCP, kind).filter(root => mayWriteIn(letters.get(root) ?? '', stage, isOpen));
  await waitFor(`${role} in ${stage} is told what may be written`, () => {
    const told = (client.last('rights') ?? client.last('hello'))?.writableRoots;
    return JSON.stringify(told) === JSON.stringify(writable);
  });
  for (const root of roots) {
    assert.equal(canonicalHash(client.doc, root), canonicalHash(witness.doc, root), `${role} reads ${root}`);
    round.cells += 1;
  }
  for (const [index, root] of roots.entries()) {
    await showCursor(lane, root, index + 1);
    round.cells += 1;
    for (const act of ACTS) {
      if (act === 'dispute' && root !== 'sos:worries') continue;
      await tryCell(lane, root, act, refusalOf(act, letters.get(root) ?? '', writable.includes(root)));
      round.cells += 1;
    }
  }
}

async function showCursor({round, role, client}: Lane, root: RootName, clock: number): Promise<void> {
  const [itsClient, itsClock] = targetsOf(round, role, root).others.lastCharacter;
  const place = {type: null, tname: null, item: {client: itsClient, clock: itsClock}, assoc: 0};
  client.sendPresence({cursor: {anchor: place, head: place}, user: {name: 'somebody else'}}, clock);
  const expected = JSON.stringify(place.item);
  const {id} = round.fixture.person(role);
  await waitFor(`the cursor of ${role} in ${root}`, () => {
    const state = JSON.stringify(round.witness.presence.findLast(one => one.cid === client.cid)?.state);
    return state !== undefined && state.includes(expected) && state.includes(id);
  });
}

async function tryCell(lane: Lane, root: RootName, act: Act, code: string | null): Promise<void> {
  const {round, role, client, spare} = lane;
  const {fixture, kind} = round;
  const where = `${role} in ${round.stage}, ${root} ${round.isOpen}: ${act}`;
  const targets = targetsOf(round, role, root);
  if (code === null) {
    const {bytes, length} = bytesOf(act, root, targets, [client.cid, lane.clock], fixture.random);
    if (act === 'step2') client.sendStep2(bytes);
    else client.sendUpdate(bytes);
    lane.clock += length;
    Y.applyUpdate(round.model, bytes);
    await waitFor(where, () => client.isSaved || client.closeCode !== null);
    assert.equal(client.closeCode, null, `${where} was refused as ${client.last('refused')?.code}`);
    return;
  }
  const {bytes} = bytesOf(act, root, targets, [spare.cid, 0], fixture.random);
  const {messages, closeCode} = await oneShot(
    fixture.url(spare, fixture[kind]),
    act === 'step2' ? encodeSyncStep2(bytes) : encodeUpdate(bytes),
  );
  const refused = messages.find(message => message.kind === 'refused');
  assert.deepEqual([refused?.code, closeCode], [code, 4409], where);
}

function targetsOf({world}: Round, role: Role, root: RootName) {
  const targets = world.targets.get(cellKey(role, root));
  if (targets === undefined) throw new Error(`${role} has nothing in ${root}.`);
  return targets;
}

/** What is to stand in the refusal log: for each person how often each code. */
function expectedRefusals({stage, isOpen, roots}: Round): Map<string, number> {
  const expected = new Map<string, number>();
  for (const role of ROLES) {
    for (const root of roots) {
      const letter = letterOf(role, stage, root);
      for (const act of ACTS) {
        if (act === 'dispute' && root !== 'sos:worries') continue;
        const code = refusalOf(act, letter, mayWriteIn(letter, stage, isOpen));
        if (code !== null) expected.set(`${role} ${code}`, (expected.get(`${role} ${code}`) ?? 0) + 1);
      }
    }
  }
  return expected;
}

async function finish(round: Round): Promise<void> {
  const {fixture, kind, witness, model} = round;
  await waitFor('the witness has every word', () =>
    rootsOf(EHCP, kind).every(root => canonicalHash(witness.doc, root) === canonicalHash(model, root)),
  );
  assert.ok(witness.isOpen);
  const stored = await fixture.sync.withDocument(fixture[kind], doc => {
    assert.equal(doc.store.pendingStructs ?? doc.store.pendingDs, null);
    return rootsOf(EHCP, kind).map(root => canonicalHash(doc, root));
  });
  assert.deepEqual(
    stored,
    rootsOf(EHCP, kind).map(root => canonicalHash(model, root)),
  );
  const logged = new Map<string, number>();
  for (const row of await fixture.storage.refusals(fixture[kind])) {
    const role = fixture.plan.participants.find(one => one.id === row.participantId)?.key ?? '';
    logged.set(`${role} ${row.code}`, (logged.get(`${role} ${row.code}`) ?? 0) + 1);
  }
  assert.deepEqual([...logged].sort(), [...expectedRefusals(round)].sort());
}

let cells = 0;

for (const stage of STAGES) {
  for (const isOpen of ['unset', stage === 'assessment' ? 'closed' : 'open'] as const) {
    test(`every role in ${stage}, switches ${isOpen}, does at the socket what the table says and nothing else`, async t => {
      const {fixture, world} = await startFixture();
      t.after(() => fixture.stop());
      const kinds = isOpen === 'unset' ? (['shared', 'voice'] as const) : (['shared'] as const);
      const rounds = await Promise.all(kinds.map(kind => startRound(fixture, world, kind, stage, isOpen)));
      const lanes = await Promise.all(rounds.flatMap(round => ROLES.map(role => enter(round, role))));
      await changeStage(fixture, stage, isOpen);
      await Promise.all(lanes.map(lane => runLane(lane)));
      for (const round of rounds) await finish(round);
      cells += rounds.reduce((sum, round) => sum + round.cells, 0);
    });
  }
}

test('the matrix has a cell for each role, stage, root and act', t => {
  // Reading, presence and five acts; one more where disputes stand; the seven roots with a switch once more.
  const inRoots = 7 * (rootsOf(EHCP, 'shared').length + rootsOf(EHCP, 'voice').length + SWITCHED.length) + 1;
  assert.equal(cells, ROLES.length * STAGES.length * inRoots);
  t.diagnostic(`${cells} cells`);
});
