import assert from 'node:assert/strict';
import test from 'node:test';
import {readRoot} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {CompartmentId, PlanId, RootName} from '@goldthread/schema';
import {TestServer, personId, smallPlan, type ImportedForTest} from '../testing/index.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};

interface Stand {
  readonly server: TestServer;
  readonly plan: ImportedForTest;
  readonly id: (key: string) => string;
  readonly item: (ref: string) => string;
  as(key: string, method: 'GET' | 'POST', path: string, payload?: object): Promise<[number, Body]>;
  withhold(key: string, request: object): Promise<[number, Body]>;
  /** The words below a root of a compartment, as they stand on disk. */
  words(compartment: unknown, root: RootName): Promise<string>;
  open(kind: 'shared' | 'voice'): Promise<string>;
}

async function stand(t: test.TestContext): Promise<Stand> {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const as: Stand['as'] = async (key, method, path, payload) => {
    const {headers} = await server.signIn(plan.planId, id(key));
    const url = `/api/plans/${plan.planId}${path}`;
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    return [answer.statusCode, answer.json<Body>()];
  };
  const {storage, sync} = server.server.http;
  return {
    server,
    plan,
    id,
    item: ref => plan.items.find(one => one.ref === ref)?.id ?? '',
    as,
    withhold: (key, request) =>
      as(key, 'POST', '/withholdings', {
        hiddenFrom: [id('callum')],
        reasonCode: 'risk_harm',
        legalGround: 'Serious harm.',
        ...request,
      }),
    // Ids of this server's own answers.
    words: async (compartment, root) =>
      JSON.stringify(
        await sync.withDocument(compartment as CompartmentId, doc => readRoot(doc.getXmlFragment(root))),
      ),
    open: async kind =>
      (await storage.compartments(plan.planId as PlanId)).find(one => one.kind === kind)?.id ?? '',
  };
}

const DRAFT = {root: 'sos:worries', type: 'harm', text: 'A man asked at the office.'};

test('a new private item is in the document of its readers, anchored, and everybody else is told nothing', async t => {
  const {as, withhold, words, id} = await stand(t);
  const before = await as('callum', 'GET', '/withholdings');
  const [status, made] = await withhold('bronagh', {draft: DRAFT});
  assert.equal(status, 201);
  assert.equal(made['status'], 'pending');
  const text = await words(made['compartmentId'], 'items');
  assert.match(text, /A man asked at the office/);
  assert.match(text, /"anchor.root":"sos:worries"/);
  assert.deepEqual(await as('callum', 'GET', '/withholdings'), before);
  const [, {withholdings}] = await as('anita', 'GET', '/withholdings');
  const mine = (withholdings as Record<string, unknown>[]).find(one => one['id'] === made['withholdingId']);
  assert.deepEqual(mine?.['hiddenFrom'], [{id: id('callum'), class: 'sealed'}]);
  assert.equal(mine?.['mayApprove'], true);
  const [, lists] = await as('callum', 'GET', '/compartments');
  assert.equal((lists as unknown as unknown[]).length, 2);
});

test('an item is moved out of everybody’s document and keeps its words, under another id', async t => {
  const {withhold, words, item, open} = await stand(t);
  const [status, made] = await withhold('bronagh', {itemIds: [item('T1')]});
  assert.equal(status, 201, JSON.stringify(made));
  assert.doesNotMatch(await words(await open('voice'), 'house:good'), /blue room/);
  const text = await words(made['compartmentId'], 'items');
  assert.match(text, /blue room quiet/);
  assert.match(text, /"anchor.root":"house:good"/);
  assert.ok(!text.includes(item('T1')));
});

test('the child is among the readers of the child’s own words, also where the proposer forgot', async t => {
  const {withhold, as, item, id} = await stand(t);
  const audience = [id('bronagh'), id('esme')];
  const [, made] = await withhold('bronagh', {itemIds: [item('T1')], audience});
  const [, {withholdings}] = await as('jory', 'GET', '/withholdings');
  const [mine] = withholdings as {id: string; audience: string[]}[];
  assert.equal(mine?.id, made['withholdingId']);
  assert.ok(mine?.audience.includes(id('jory')));
  const [status, refused] = await withhold('bronagh', {itemIds: [item('A1')], hiddenFrom: [id('jory')]});
  assert.deepEqual([status, refused.error?.code], [409, 'SAFE_WORDING_NEEDED']);
});

test('a child’s words are not withheld together with what the child may not read', async t => {
  const {withhold, item, id} = await stand(t);
  const request = {itemIds: [item('T1')], draft: DRAFT, audience: [id('bronagh'), id('esme')]};
  const [status, refused] = await withhold('bronagh', request);
  assert.deepEqual([status, refused.error?.code], [409, 'CHILD_WORDS_APART']);
  const [together] = await withhold('bronagh', {...request, audience: [id('bronagh'), id('jory')]});
  assert.equal(together, 201);
});

test('statutory text leaves a private note behind and the words that stay, or nothing', async t => {
  const {withhold, words, item, open} = await stand(t);
  const safeWording = {[item('B1')]: 'He follows short sentences.'};
  const [status, made] = await withhold('esme', {itemIds: [item('B1')], safeWording});
  assert.equal(status, 201, JSON.stringify(made));
  const shared = await words(await open('shared'), 'section:B');
  assert.match(shared, /He follows short sentences/);
  assert.doesNotMatch(shared, /three key words/);
  assert.match(await words(made['compartmentId'], 'items'), /"type":"note"/);
  const [, gone] = await withhold('esme', {itemIds: [item('F1')], safeWording: {[item('F1')]: null}});
  assert.ok(gone['withholdingId']);
  assert.equal(await words(await open('shared'), 'section:F'), '[]');
  const own = {itemIds: [item('A1')], safeWording: {[item('A1')]: 'He likes trains.'}};
  assert.equal((await withhold('esme', own))[1].error?.code, 'OWN_WORDS_STAY', 'nobody rewords somebody');
});

test('whoever withheld something takes it back within half a minute, and nobody does later', async t => {
  const {server, as, withhold, words, item, open} = await stand(t);
  const before = await words(await open('shared'), 'section:B');
  const safeWording = {[item('B1')]: 'He follows short sentences.'};
  const [, made] = await withhold('esme', {itemIds: [item('B1')], safeWording});
  const path = `/withholdings/${String(made['withholdingId'])}/undo`;
  assert.equal((await as('bronagh', 'POST', path))[1].error?.code, 'TOO_LATE_TO_UNDO');
  const [status, undone] = await as('esme', 'POST', path);
  assert.deepEqual([status, undone['status']], [200, 'undone']);
  assert.equal(await words(await open('shared'), 'section:B'), before);
  assert.equal(await words(made['compartmentId'], 'items'), '[]');
  const [, again] = await withhold('esme', {draft: DRAFT});
  server.pass(30_000);
  const late = await as('esme', 'POST', `/withholdings/${String(again['withholdingId'])}/undo`);
  assert.equal(late[1].error?.code, 'TOO_LATE_TO_UNDO');
});

test('nobody alone takes back an item in which somebody wrote since', async t => {
  const {server, as, withhold, words, item, open} = await stand(t);
  const safeWording = {[item('B1')]: null};
  const request = {itemIds: [item('B1')], safeWording, shapes: [item('F1')], openReason: 'It helps.'};
  const move = async () => (await withhold('esme', request))[1];
  const undo = (made: Body) => as('esme', 'POST', `/withholdings/${String(made['withholdingId'])}/undo`);
  assert.equal((await undo(await move()))[0], 200);
  const moved = await move();
  const write = (doc: Y.Doc) => {
    const note = doc.getXmlFragment('items').get(0);
    const line = note instanceof Y.XmlElement ? note.get(0) : null;
    const text = line instanceof Y.XmlElement ? line.get(0) : null;
    if (text instanceof Y.XmlText) text.insert(0, 'Said in confidence. ');
  };
  const id = moved['compartmentId'] as CompartmentId;
  await server.server.sync.writeAsServer([{id, items: [], write}]);
  const [status, refused] = await undo(moved);
  assert.deepEqual([status, refused.error?.code], [409, 'TOO_LATE_TO_UNDO']);
  assert.match(await words(id, 'items'), /Said in confidence/);
  assert.doesNotMatch(await words(await open('shared'), 'section:B'), /confidence|three key words/);
});

test('approving takes a second person who holds the office for it and reads it', async t => {
  const {as, withhold} = await stand(t);
  const [, made] = await withhold('bronagh', {draft: DRAFT});
  const path = `/withholdings/${String(made['withholdingId'])}/approve`;
  assert.equal((await as('bronagh', 'POST', path))[1].error?.code, 'MAY_NOT_APPROVE');
  assert.equal((await as('esme', 'POST', path))[1].error?.code, 'MAY_NOT_APPROVE');
  assert.equal((await as('callum', 'POST', path))[0], 404);
  const [status, approved] = await as('anita', 'POST', path);
  assert.deepEqual([status, approved['status']], [200, 'approved']);
  assert.equal((await as('anita', 'POST', path))[0], 409);
});

test('a decision that nobody may know of answers as one that does not exist, to every command', async t => {
  const {as, withhold} = await stand(t);
  const [, made] = await withhold('bronagh', {draft: DRAFT});
  const bodies = {approve: {}, undo: {}, review: {reviewOn: '2026-12-01'}, release: {}};
  for (const [command, body] of Object.entries(bodies)) {
    const real = await as(
      'callum',
      'POST',
      `/withholdings/${String(made['withholdingId'])}/${command}`,
      body,
    );
    const none = await as('callum', 'POST', `/withholdings/${'x'.repeat(22)}/${command}`, body);
    assert.deepEqual(real, none, command);
    assert.equal(real[0], 404);
  }
});

test('the system refuses to withhold from somebody who must act to protect, and without anybody who can', async t => {
  const {withhold, id} = await stand(t);
  const codeOf = async (request: object) => (await withhold('esme', request))[1].error?.code;
  assert.equal(await codeOf({draft: DRAFT, hiddenFrom: [id('bronagh')]}), 'MUST_ACT');
  const audience = [id('esme'), id('temi')];
  assert.equal(await codeOf({draft: DRAFT, audience}), 'AUDIENCE_LACKS_PROTECTOR');
  assert.equal(await codeOf({draft: DRAFT, legalGround: ''}), 'REASON_NEEDED');
  assert.equal(await codeOf({draft: DRAFT, hiddenFrom: []}), 'HIDDEN_FROM_NOBODY');
  assert.equal(await codeOf({draft: DRAFT, reviewOn: '2030-01-01'}), 'REVIEW_TOO_LATE');
});

test('somebody marked reads one line for a section however much is kept, and learns nothing when it is approved', async t => {
  const {as, withhold, id} = await stand(t);
  const marked = {hiddenFrom: [{id: id('marcus'), class: 'marked'}], reasonCode: 'third_party'};
  const lists = async () => JSON.stringify(await as('marcus', 'GET', '/withholdings'));
  const [, made] = await withhold('bronagh', {draft: DRAFT, ...marked});
  const one = await lists();
  assert.match(one, /"marks":\[\{"root":"sos:worries"\}\]/);
  assert.ok(!one.includes(String(made['withholdingId'])));
  await withhold('bronagh', {draft: DRAFT, ...marked});
  await as('esme', 'POST', `/withholdings/${String(made['withholdingId'])}/approve`);
  assert.equal(await lists(), one);
});

test('opening takes two people: the first asks, and only another one opens', async t => {
  const {as, withhold, words, item, open} = await stand(t);
  const [, made] = await withhold('bronagh', {itemIds: [item('T1')]});
  const path = `/withholdings/${String(made['withholdingId'])}/release`;
  const [, asked] = await as('bronagh', 'POST', path, {});
  assert.equal(asked['status'], 'releaseAsked');
  assert.equal((await as('bronagh', 'POST', path, {}))[1].error?.code, 'MAY_NOT_RELEASE');
  assert.doesNotMatch(await words(await open('voice'), 'house:good'), /blue room/);
  const [status, opened] = await as('anita', 'POST', path, {});
  assert.deepEqual([status, opened['status']], [200, 'released'], JSON.stringify(opened));
  const voice = await words(await open('voice'), 'house:good');
  assert.match(voice, /blue room quiet/);
  assert.doesNotMatch(voice, /anchor|shapes/);
});

test('an overdue decision stays hidden and is escalated once', async t => {
  const {server, as, withhold, plan} = await stand(t);
  const [, made] = await withhold('bronagh', {draft: DRAFT});
  const {withholdings} = server.server.http;
  server.pass(40 * 86_400_000);
  await withholdings.escalate(plan.planId as PlanId);
  await withholdings.escalate(plan.planId as PlanId);
  const [, {withholdings: list}] = await as('anita', 'GET', '/withholdings');
  const decisions = list as {id: string; isOverdue: boolean; escalatedAt: string | null; status: string}[];
  const mine = decisions.find(({id}) => id === made['withholdingId']);
  assert.equal(mine?.isOverdue, true);
  assert.ok(mine.escalatedAt);
  assert.equal(mine.status, 'pending');
  const entries = await server.server.http.storage.audit(plan.planId as PlanId);
  const told = entries.filter(
    one => one.action === 'escalated' && one.compartmentId === made['compartmentId'],
  );
  assert.equal(told.length, 1);
});
