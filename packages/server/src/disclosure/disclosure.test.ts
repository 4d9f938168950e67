import assert from 'node:assert/strict';
import test from 'node:test';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import * as Y from 'yjs';
import type {FoundPlace} from '../errors.ts';
import {TestServer, personId, smallPlan} from '../testing/index.ts';

const REFUGE = 'Flat 3, Harbour Court, Saltmere, ZZ99 3AB';
const MAN = {root: 'sos:worries', type: 'harm', text: 'A man called Ty asked at the office.'};

/** A plan in which everybody reads of somebody who isn't on it. */
function planWithTy(): Record<string, unknown> {
  const worries = [{id: 'H1', type: 'harm', text: 'His cousin Ty shouted.', audience: 'everyone'}];
  return {...smallPlan(), signsOfSafety: {worries}};
}

interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
  readonly code: string;
  readonly findings: readonly FoundPlace[];
}

async function stand(t: test.TestContext, file: Record<string, unknown> = smallPlan()) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(file);
  const sessions = new Map<string, {readonly authorization: string}>();
  const id = (key: string) => personId(plan, key);
  const headersOf = async (key: string) => {
    const known = sessions.get(key) ?? (await server.signIn(plan.planId, id(key))).headers;
    sessions.set(key, known);
    return known;
  };
  const as = async (
    key: string,
    method: 'GET' | 'POST' | 'PATCH',
    path: string,
    payload?: object,
    more = {},
  ) => {
    const url = `/api/plans/${plan.planId}${path}`;
    const headers = {...(await headersOf(key)), ...more};
    const answer = await server.send({method, url, headers, ...(payload && {payload})});
    const body = answer.json<Record<string, unknown>>();
    const error = (body['error'] ?? {}) as {code?: string; findings?: FoundPlace[]};
    return {
      status: answer.statusCode,
      body,
      code: error.code ?? '',
      findings: error.findings ?? [],
    } as Answer;
  };
  return {
    server,
    plan,
    id,
    as,
    item: (ref: string) => plan.items.find(one => one.ref === ref)?.id ?? '',
    withhold: (key: string, request: object) =>
      as(key, 'POST', '/withholdings', {
        hiddenFrom: [id('callum')],
        reasonCode: 'risk_harm',
        legalGround: 'Serious harm.',
        ...request,
      }),
    check: async (key: string, texts: readonly string[], root = 'sos:worries') => {
      const {body} = await as(key, 'POST', '/disclosure-checks', {texts, root});
      return body['findings'] as FoundPlace[];
    },
    audit: async () =>
      (await server.server.http.storage.audit(plan.planId as PlanId)).filter(
        ({action}) => action === 'disclosureCleared',
      ),
  };
}

/** Fills in something beside the words of a withheld item. */
async function writeBeside(server: TestServer, made: Answer, text: string): Promise<void> {
  const write = (doc: Y.Doc) => {
    for (const item of doc.getXmlFragment('items').toArray()) {
      if (item instanceof Y.XmlElement) item.setAttribute('date', text);
    }
  };
  // The id of this server's own answer.
  const id = made.body['compartmentId'] as CompartmentId;
  await server.server.sync.writeAsServer([{id, items: [], write}]);
}

const said = (findings: readonly FoundPlace[]) => findings.map(({rule, words}) => `${rule} ${words}`);

test('E06: opening what is withheld stops at every place until each is cleared by name, which is noted', async t => {
  const {as, withhold, audit} = await stand(t);
  const made = await withhold('bronagh', {draft: MAN});
  const release = (key: string, payload: object) =>
    as(key, 'POST', `/withholdings/${String(made.body['withholdingId'])}/release`, payload);
  assert.equal((await release('bronagh', {})).body['status'], 'releaseAsked');
  const stopped = await release('anita', {});
  assert.deepEqual([stopped.status, stopped.code, said(stopped.findings)], [409, 'DISCLOSURE', ['SG-04 Ty']]);
  assert.equal((await release('anita', {cleared: ['another']})).code, 'DISCLOSURE');
  assert.deepEqual(await audit(), []);
  const key = stopped.findings[0]?.key;
  assert.equal((await release('anita', {cleared: [key]})).body['status'], 'released');
  const [entry] = await audit();
  assert.deepEqual(entry?.detail, {for: 'released', places: '1'});
  assert.equal(entry.compartmentId, made.body['compartmentId']);
});

test('E06: the second time it is the words as they stand then that are looked at', async t => {
  const {as, withhold, server} = await stand(t);
  const made = await withhold('bronagh', {draft: {...MAN, text: 'A man asked.'}});
  const path = `/withholdings/${String(made.body['withholdingId'])}/release`;
  await as('bronagh', 'POST', path, {});
  await writeBeside(server, made, '07700 900123');
  assert.deepEqual(said((await as('anita', 'POST', path, {})).findings), ['SG-02 07700 900123']);
});

test('E06: what somebody writes between the look and the opening stops it too, and nothing is opened', async t => {
  const {as, withhold, server, audit} = await stand(t);
  const made = await withhold('bronagh', {draft: {...MAN, text: 'A man asked.'}});
  const path = `/withholdings/${String(made.body['withholdingId'])}/release`;
  await as('bronagh', 'POST', path, {});
  const {sync} = server.server;
  const read = sync.withDocument.bind(sync);
  sync.withDocument = async (id, look) => {
    const seen = await read(id, look);
    sync.withDocument = read;
    await writeBeside(server, made, '07700 900123');
    return seen;
  };
  const stopped = await as('anita', 'POST', path, {});
  assert.deepEqual(said(stopped.findings), ['SG-02 07700 900123']);
  const {body} = await as('bronagh', 'GET', '/withholdings');
  const decisions = body['withholdings'] as {id: string; status: string}[];
  assert.equal(decisions.find(({id}) => id === made.body['withholdingId'])?.status, 'releaseAsked');
  assert.deepEqual(await audit(), []);
});

test('E06: words that stay in the legal text, and a reason that everybody reads, are looked at', async t => {
  const {withhold, item, audit} = await stand(t);
  const request = {itemIds: [item('B1')], safeWording: {[item('B1')]: 'His cousin Ty helps him.'}};
  const stopped = await withhold('bronagh', request);
  assert.deepEqual(said(stopped.findings), ['SG-04 Ty']);
  const keys = stopped.findings.map(({key}) => key);
  const openReason = 'Ring 07700 900123 to know why.';
  const second = await withhold('bronagh', {...request, openReason, cleared: keys});
  assert.deepEqual(said(second.findings), ['SG-02 07700 900123']);
  const all = [...keys, ...second.findings.map(({key}) => key)];
  assert.equal((await withhold('bronagh', {...request, openReason, cleared: all})).status, 201);
  assert.deepEqual(
    (await audit()).map(({detail}) => detail),
    [{for: 'withheld', places: '2'}],
  );
});

test('E06: taking a withholding back shows nothing new, and nobody alone what was written since', async t => {
  const {as, withhold, item, server} = await stand(t, planWithTy());
  const undo = async (made: Answer) =>
    as('bronagh', 'POST', `/withholdings/${String(made.body['withholdingId'])}/undo`);
  const first = await undo(await withhold('bronagh', {itemIds: [item('H1')]}));
  assert.equal(first.body['status'], 'undone', JSON.stringify(first));
  const moved = (await as('bronagh', 'GET', '')).body as {signsOfSafety?: {worries?: {id: string}[]}};
  const made = await withhold('bronagh', {itemIds: [moved.signsOfSafety?.worries?.[0]?.id]});
  assert.equal(made.status, 201);
  await writeBeside(server, made, 'Harbour Court');
  assert.equal((await undo(made)).code, 'TOO_LATE_TO_UNDO');
});

test('E06: whoever invites somebody who never read the plan looks at what that person comes to read', async t => {
  const {as, id, audit} = await stand(t, planWithTy());
  const invite = (key: string, more = {}) =>
    as('esme', 'POST', '/invites', {participantId: id(key), ...more});
  const stopped = await invite('marcus');
  assert.deepEqual([stopped.code, said(stopped.findings)], ['DISCLOSURE', ['SG-04 Ty']]);
  assert.equal((await invite('marcus', {cleared: [stopped.findings[0]?.key]})).status, 201);
  assert.deepEqual(
    (await audit()).map(one => [one.subject, one.detail]),
    [[id('marcus'), {for: 'invited', places: '1'}]],
  );
  await as('marcus', 'GET', '/people');
  assert.equal((await invite('marcus')).status, 201, 'who was here before reads nothing new');
});

test('E06: whoever gives somebody access back looks at what that person comes to read', async t => {
  const {as, id, server} = await stand(t, planWithTy());
  const path = `/participants/${id('marcus')}`;
  const ends = new Date(Date.now() + 60_000).toISOString();
  await as('esme', 'PATCH', path, {accessEnds: ends});
  const longer = await as('esme', 'PATCH', path, {accessEnds: null});
  assert.equal(longer.status, 202);
  server.pass(120_000);
  const stopped = await as('anita', 'POST', `${path}/approve`);
  assert.deepEqual([stopped.code, said(stopped.findings)], ['DISCLOSURE', ['SG-04 Ty']]);
  const given = await as('anita', 'POST', `${path}/approve`, {cleared: [stopped.findings[0]?.key]});
  assert.deepEqual([given.status, given.body['accessEnds']], [200, null]);
});

test('E06: a copy of the plan is handed on only once everything in it is cleared; one to keep is what its reader reads', async t => {
  const {as, audit} = await stand(t, planWithTy());
  const own = await as('callum', 'GET', '/export?format=json');
  assert.deepEqual([own.status, await audit()], [200, []]);
  const stopped = await as('callum', 'GET', '/export?format=json&for=others');
  assert.deepEqual([stopped.code, said(stopped.findings)], ['DISCLOSURE', ['SG-04 Ty']]);
  const cleared = stopped.findings.map(({key}) => key).join(',');
  const copy = await as('callum', 'GET', '/export?format=json&for=others', undefined, {
    'goldthread-cleared': cleared,
  });
  assert.equal(copy.status, 200);
  assert.deepEqual(
    (await audit()).map(({detail}) => detail),
    [{for: 'exported', places: '1'}],
  );
});

test('E06: what a check answers depends on nothing that the person who asks may not know', async t => {
  const {as, check} = await stand(t);
  const texts = ['They are at the old boathouse. Delphine came.', REFUGE];
  const outside = ['callum', 'esme', 'marcus'] as const;
  const before = [];
  for (const key of outside) before.push(await check(key, texts));
  const value = {kind: 'address', value: 'The Old Boathouse, Saltmere'};
  assert.equal((await as('temi', 'POST', '/contacts', value)).status, 201);
  await as('bronagh', 'POST', '/contacts', {kind: 'other', value: 'Saltmere'});
  const after = [];
  for (const key of outside) after.push(await check(key, texts));
  assert.deepEqual(after, before);
  assert.deepEqual(said(await check('temi', texts)), [
    'SG-01 the old boathouse',
    'SG-06 Delphine',
    'SG-01 Flat 3, Harbour Court',
    'SG-01 ZZ99 3AB',
  ]);
  assert.deepEqual(said(await check('callum', texts)).slice(0, 1), ['SG-04 Delphine']);
  assert.deepEqual(said(await check('bronagh', texts)).includes('SG-06 Delphine'), true);
});

test('E06: a check takes only so much at once, and only parts that a plan has', async t => {
  const {as} = await stand(t);
  const long = await as('temi', 'POST', '/disclosure-checks', {
    texts: ['a'.repeat(20_001)],
    root: 'sos:next',
  });
  const nowhere = await as('temi', 'POST', '/disclosure-checks', {texts: ['a'], root: 'attic'});
  assert.deepEqual([long.code, nowhere.code], ['BAD_REQUEST', 'BAD_REQUEST']);
});
