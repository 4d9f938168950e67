import assert from 'node:assert/strict';
import test from 'node:test';
import {TestServer, personId, smallPlan} from '../testing/index.ts';
import {soundType} from '../storage/index.ts';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};

const SOUND = Buffer.from([0x1a, 0x45, 0xdf, 0xa3, ...Buffer.from('the bell goes like this')]);
const PEOPLE = ['jory', 'temi', 'callum', 'esme', 'bronagh', 'marcus', 'anita'];
const DAY = 24 * 3_600_000;

async function stand(t: test.TestContext) {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const id = (key: string) => personId(plan, key);
  const send = async (key: string, method: 'GET' | 'POST' | 'PUT', path: string, payload?: object) => {
    const {headers} = await server.signIn(plan.planId, id(key), true);
    const url = `/api/plans/${plan.planId}${path}`;
    return server.send({method, url, headers, ...(payload && {payload})});
  };
  const as = async (...asked: Parameters<typeof send>): Promise<Body> => (await send(...asked)).json<Body>();
  const upload = async (more: object = {}): Promise<string> => {
    const kept = await as('jory', 'POST', '/attachments', {data: SOUND.toString('base64'), ...more});
    return String(kept['attachmentId']);
  };
  const speak = async (more: object = {}): Promise<{itemId: string; attachment: string}> => {
    const attachment = await upload();
    const voiceNote = {attachment, seconds: 3, alt: 'how the bell goes'};
    const made = await as('jory', 'POST', '/items', {root: 'house:worries', voiceNote, ...more});
    assert.ok(typeof made['itemId'] === 'string', JSON.stringify(made));
    return {itemId: made['itemId'], attachment};
  };
  /** Who can hear a recording. */
  const hearers = async (attachment: string): Promise<string[]> => {
    const found: string[] = [];
    for (const key of PEOPLE) {
      const answer = await send(key, 'GET', `/attachments/${attachment}`);
      if (answer.statusCode === 200) found.push(key);
    }
    return found;
  };
  return {server, plan, id, send, as, upload, speak, hearers};
}

test('a recording is heard by exactly those who read its item, and says what it is and nothing else', async t => {
  const {speak, hearers, send, as} = await stand(t);
  const {attachment} = await speak();
  assert.deepEqual(await hearers(attachment), ['jory', 'esme']);
  const answer = await send('esme', 'GET', `/attachments/${attachment}`);
  assert.deepEqual(answer.rawPayload, SOUND);
  const text = await as('esme', 'GET', `/attachments/${attachment}?as=text`);
  assert.deepEqual(text, {type: 'audio/webm', data: SOUND.toString('base64')});
  const {headers} = answer;
  assert.deepEqual(
    ['content-type', 'cache-control', 'x-content-type-options', 'content-disposition'].map(
      name => headers[name],
    ),
    ['audio/webm', 'no-store', 'nosniff', 'attachment; filename="voice-note.webm"'],
  );
  const [theirs, missing] = [
    await send('callum', 'GET', `/attachments/${attachment}`),
    await send('callum', 'GET', '/attachments/AAAAAAAAAAAAAAAAAAAAAA'),
  ];
  assert.deepEqual([theirs.statusCode, theirs.body], [404, missing.body]);
  const {things} = (await as('jory', 'GET', '/houses')) as unknown as {things: {voiceNote: object | null}[]};
  assert.deepEqual(things.at(-1)?.voiceNote, {attachment, seconds: 3, alt: 'how the bell goes'});
});

test('a recording goes wherever its item goes: to whom the child shows it, and back', async t => {
  const {speak, hearers, as, id} = await stand(t);
  const {itemId, attachment} = await speak();
  const shared = await as('jory', 'PUT', `/items/${itemId}/audience`, {shareWith: [id('temi')]});
  assert.deepEqual(await hearers(attachment), ['jory', 'temi']);
  const open = await as('jory', 'PUT', `/items/${String(shared['itemId'])}/audience`, {
    shareWith: 'everyone',
  });
  assert.deepEqual(await hearers(attachment), PEOPLE);
  await as('jory', 'PUT', `/items/${String(open['itemId'])}/audience`, {shareWith: []});
  assert.deepEqual(await hearers(attachment), ['jory']);
});

test('a recording goes along when somebody withholds its item, and when that is undone', async t => {
  const {speak, hearers, as, id} = await stand(t);
  const {itemId, attachment} = await speak({shareWith: 'everyone'});
  const made = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [itemId],
    hiddenFrom: [{id: id('callum'), class: 'sealed'}],
    audience: ['jory', 'bronagh', 'anita'].map(id),
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
  });
  assert.deepEqual(await hearers(attachment), ['jory', 'bronagh', 'anita']);
  await as('bronagh', 'POST', `/withholdings/${String(made['withholdingId'])}/undo`);
  assert.deepEqual(await hearers(attachment), PEOPLE);
});

test('only sound is kept, by the child alone, and is used once', async t => {
  const {as, upload, speak} = await stand(t);
  const page = Buffer.from('<html><script>').toString('base64');
  assert.equal((await as('jory', 'POST', '/attachments', {data: page})).error?.code, 'NO_RECORDING');
  const big = Buffer.alloc(5 * 1024 * 1024 + 1);
  SOUND.copy(big);
  const tooBig = await as('jory', 'POST', '/attachments', {data: big.toString('base64')});
  assert.equal(tooBig.error?.code, 'TOO_LARGE');
  const data = SOUND.toString('base64');
  assert.equal((await as('esme', 'POST', '/attachments', {data})).error?.code, 'NOT_FOUND');
  const {attachment} = await speak();
  const again = {root: 'house:good', voiceNote: {attachment, seconds: 1, alt: ''}};
  const unknown = {...again, voiceNote: {...again.voiceNote, attachment: 'AAAAAAAAAAAAAAAAAAAAAA'}};
  assert.deepEqual(await as('jory', 'POST', '/items', again), await as('jory', 'POST', '/items', unknown));
  assert.equal((await as('jory', 'POST', '/items', again)).error?.code, 'NOT_FOUND');
  for (const compartmentId of ['AAAAAAAAAAAAAAAAAAAAAA'])
    assert.equal(await upload({compartmentId}), 'undefined');
});

test('what no item names is forgotten after a day, and a sixth that waits takes the place of the first', async t => {
  const {server, plan, upload, speak, hearers} = await stand(t);
  const {attachment: used} = await speak();
  const waiting: string[] = [];
  for (let count = 0; count < 6; count += 1) waiting.push(await upload());
  assert.deepEqual(await hearers(waiting[0] ?? ''), []);
  assert.deepEqual(await hearers(waiting[5] ?? ''), ['jory', 'esme']);
  server.pass(DAY + 1);
  await server.server.http.recordings.sweep();
  assert.deepEqual(await hearers(waiting[5] ?? ''), []);
  assert.deepEqual(await hearers(used), ['jory', 'esme']);
  assert.ok(plan.planId);
});

test('words that are purged take a recording along that is said to hold them', async t => {
  const {speak, hearers, as} = await stand(t);
  const {attachment} = await speak();
  const {things} = (await as('jory', 'GET', '/houses')) as unknown as {things: unknown[]};
  assert.ok(things.length > 0);
  const compartments = (await as('esme', 'GET', '/compartments')) as unknown as {id: string; kind: string}[];
  for (const {id: compartmentId, kind} of compartments)
    if (kind === 'withheld') await as('esme', 'POST', '/purges', {compartmentId, text: 'how the bell goes'});
  assert.deepEqual(await hearers(attachment), []);
});

test('a recording is known by how it begins', () => {
  assert.equal(soundType(SOUND), 'audio/webm');
  assert.equal(soundType(Buffer.from('OggS....')), 'audio/ogg');
  assert.equal(soundType(Buffer.from('\0\0\0\x20ftypM4A ')), 'audio/mp4');
  assert.equal(soundType(Buffer.from('RIFF....WAVE')), null);
  assert.equal(soundType(new Uint8Array()), null);
});

test('only pages on which somebody speaks may ask for the microphone', async t => {
  const {server} = await stand(t);
  const allowed = async (url: string) =>
    String((await server.send({method: 'GET', url})).headers['permissions-policy']);
  for (const url of ['/child/some-plan', '/plan/some-plan'])
    assert.match(await allowed(url), /microphone=\(self\)/, url);
  for (const url of ['/join', '/', '/child/some-plan/more', '/api/session'])
    assert.match(await allowed(url), /microphone=\(\)/, url);
});
