import assert from 'node:assert/strict';
import test from 'node:test';
import {newId, type CompartmentId, type ParticipantId, type PlanId} from '@goldthread/schema';
import {seededRandom} from '@goldthread/schema/testing';
import {TestServer, smallPlan} from '../../testing/index.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const HIDDEN = newId<ParticipantId>(seededRandom(99));
const SEALED = newId<CompartmentId>(seededRandom(98));

/** The example plan without Delphine Roe. */
function planWithoutHer(): object {
  const file = smallPlan();
  // The file is our own, so what stands in it is known.
  const people = file['participants'] as {readonly key: string}[];
  return {...file, participants: people.filter(({key}) => key !== 'delphine'), sections: {}, positions: []};
}

/** A server that draws and dates the same in every run, with a plan from which two people are kept what others do. */
class Stage {
  readonly server: TestServer;
  readonly planId: PlanId;
  readonly #ids: ReadonlyMap<string, string>;
  readonly #withSealedWork: boolean;

  private constructor(
    server: TestServer,
    planId: PlanId,
    ids: ReadonlyMap<string, string>,
    withSealedWork: boolean,
  ) {
    this.server = server;
    this.planId = planId;
    this.#ids = ids;
    this.#withSealedWork = withSealedWork;
  }

  static async open(withSealedWork: boolean): Promise<Stage> {
    const server = await TestServer.start({random: seededRandom(5), stillAt: NOON});
    const plan = await server.importPlan(planWithoutHer());
    const ids = new Map(plan.participants.map(({key, id}) => [key, id]));
    return new Stage(server, plan.planId as PlanId, ids, withSealedWork);
  }

  idOf(key: string): ParticipantId {
    return (this.#ids.get(key) ?? '') as ParticipantId;
  }

  /** Signs somebody in, who reads the plan and takes a copy along; gives what to ask as them with. */
  async reads(id: ParticipantId): Promise<(path: string) => ReturnType<TestServer['send']>> {
    const {headers} = await this.server.signIn(this.planId, id);
    const get = async (path: string) =>
      await this.server.send({method: 'GET', url: `/api/plans/${this.planId}${path}`, headers});
    await get('');
    await get('/export?format=json');
    return get;
  }

  /** What is done only in the run with sealed work; the time that it takes passes in both. */
  async secretly(what: () => Promise<unknown>): Promise<void> {
    this.server.pass(1000);
    if (this.#withSealedWork) await what();
    this.server.pass(1000);
  }
}

/** Brings in a person who is hidden from both readers, and a document that neither receives. */
async function hideThings(stage: Stage): Promise<void> {
  const {storage} = stage.server.server.http;
  const [person] = await storage.participants(stage.planId);
  const [shared] = await storage.compartments(stage.planId);
  assert.ok(person !== undefined && shared !== undefined);
  const delphine = {
    ...person,
    id: HIDDEN,
    key: 'delphine',
    name: 'Delphine Roe',
    role: 'refugeWorker',
  } as const;
  await storage.putParticipant({...delphine, hiddenFrom: ['callum', 'marcus'].map(key => stage.idOf(key))});
  await storage.addCompartment({
    ...shared,
    id: SEALED,
    kind: 'withheld',
    audience: [stage.idOf('bronagh'), HIDDEN],
  });
}

async function everyPage(get: (path: string) => ReturnType<TestServer['send']>): Promise<string[]> {
  const pages: string[] = [];
  for (let before = ''; ;) {
    const answer = await get(`/audit?limit=3${before}`);
    pages.push(
      JSON.stringify({status: answer.statusCode, headers: {...answer.headers, date: ''}}),
      answer.body,
    );
    const last = answer.json<{entries: {at: string}[]}>().entries.at(-1);
    if (last === undefined) return pages;
    before = `&before=${last.at}`;
  }
}

/** What a father and an officer get of the audit, and what somebody inside gets. */
async function play(withSealedWork: boolean): Promise<{readonly outside: string; readonly inside: string}> {
  const stage = await Stage.open(withSealedWork);
  const {audit, storage} = stage.server.server.http;
  const [shared] = await storage.compartments(stage.planId);
  assert.ok(shared !== undefined);
  const bronagh = {planId: stage.planId, actor: stage.idOf('bronagh'), sessionId: null};
  await stage.secretly(() => hideThings(stage));
  await stage.reads(stage.idOf('esme'));
  await stage.secretly(() => audit.note({...bronagh, action: 'withheld', compartmentId: SEALED}));
  const callum = await stage.reads(stage.idOf('callum'));
  await stage.secretly(() => stage.reads(HIDDEN));
  const marcus = await stage.reads(stage.idOf('marcus'));
  await stage.secretly(() =>
    audit.note(
      {...bronagh, action: 'withheld', compartmentId: shared.id, subject: HIDDEN},
      {...bronagh, action: 'approved', compartmentId: SEALED},
      {...bronagh, action: 'brokeGlass'},
      {...bronagh, action: 'contactRead', subject: HIDDEN},
      {...bronagh, action: 'viewedAs', subject: HIDDEN},
      {...bronagh, action: 'copied', compartmentId: SEALED},
    ),
  );
  await stage.reads(stage.idOf('temi'));
  const outside = [...(await everyPage(callum)), ...(await everyPage(marcus))].join('\n');
  const inside = (await everyPage(await stage.reads(stage.idOf('bronagh')))).join('\n');
  await stage.server.stop();
  return {outside, inside};
}

test('sealed work and a hidden person change no byte of the audit of those from whom they are kept', async () => {
  const [without, present] = [await play(false), await play(true)];
  assert.ok(without.outside.length > 4000);
  assert.equal(present.outside, without.outside);
  assert.doesNotMatch(present.outside, /Delphine/);
  for (const mark of ['withheld', 'approved', 'copied', 'Delphine Roe']) {
    assert.ok(present.inside.includes(mark) && !without.inside.includes(mark), mark);
  }
});
