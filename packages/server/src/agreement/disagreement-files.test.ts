import assert from 'node:assert/strict';
import test, {after} from 'node:test';
import {agreementStand} from '../testing/agreement-stand.ts';
import {filesHolding} from '../testing/files-holding.ts';
import {TestServer} from '../testing/index.ts';
import type {DisagreementView} from './index.ts';

const server = await TestServer.start();
after(() => server.stop());

const NOWHERE = 'n'.repeat(22);
const PEOPLE = ['jory', 'temi', 'callum', 'esme', 'bronagh', 'marcus', 'anita'];
const DAY = 24 * 3_600_000;
/** A bare JPEG whose scan says what it shows. */
const PICTURE = Buffer.from('\xff\xd8\xff\xda\0\x02of the stairs\xff\xd9', 'latin1');
const VOICE = Buffer.from('\x1a\x45\xdf\xa3what I say', 'latin1');
const PDF = Buffer.from('%PDF-1.7\nthe report', 'latin1');

async function stand() {
  const on = await agreementStand(server);
  const {as, item} = on;
  const add = async (key: string, bytes: Buffer, where: object = {itemId: item('F1')}) => {
    const data = bytes.toString('base64');
    const answer = await as(key, 'POST', '/disagreements/files', {...where, data});
    const {id, error} = answer.json<{id?: string; error?: {code: string}}>();
    return {id: id ?? '', status: answer.statusCode, body: answer.body, code: error?.code};
  };
  const tell = async (key: string, path: string, body: object) => {
    const answer = await as(key, 'POST', `/disagreements${path}`, body);
    return {status: answer.statusCode, body: answer.body, one: answer.json<DisagreementView>()};
  };
  /** Somebody doesn't agree, with a picture. */
  const open = async (key: string, ref: string) => {
    const itemId = item(ref);
    const {id} = await add(key, PICTURE, {itemId});
    const files = [{id, place: 'why'}];
    const {one, status, body} = await tell(key, '', {itemId, words: 'Not so.', files});
    assert.equal(status, 201, body);
    return {file: id, one};
  };
  /** Who reads a file, and that it is as missing to all others as what never was. */
  const readers = async (file: string): Promise<string[]> => {
    const found: string[] = [];
    for (const key of PEOPLE) {
      const answer = await as(key, 'GET', `/attachments/${file}`);
      if (answer.statusCode === 200) found.push(key);
      else {
        const none = await as(key, 'GET', `/attachments/${NOWHERE}`);
        assert.deepEqual([answer.statusCode, answer.body], [404, none.body]);
      }
    }
    return found;
  };
  return {...on, add, tell, open, readers};
}

test('a file goes with each question and each answer, is read by whoever reads the words, and says nothing but what it is', async () => {
  const {add, tell, readers, as, item, get} = await stand();
  const sent = [await add('temi', VOICE), await add('temi', PICTURE), await add('temi', PDF)];
  const files = sent.map(({id}, index) => ({id, place: ['words', 'wish', 'why'][index]}));
  const {one, status, body} = await tell('temi', '', {itemId: item('F1'), files});
  assert.equal(status, 201, body);
  assert.deepEqual(
    one.entries[0]?.files.map(({place, type, size}) => [place, type, size]),
    [
      ['words', 'audio/webm', VOICE.length],
      ['wish', 'image/jpeg', PICTURE.length],
      ['why', 'application/pdf', PDF.length],
    ],
  );
  assert.deepEqual([one.entries[0].isGone, one.isOpen], [false, true]);
  for (const {id} of sent) assert.deepEqual(await readers(id), PEOPLE);
  const answer = await get('callum', `/attachments/${sent[2]?.id ?? ''}`);
  assert.deepEqual(answer.rawPayload, PDF);
  assert.deepEqual(
    ['content-type', 'cache-control', 'x-content-type-options', 'content-disposition'].map(
      name => answer.headers[name],
    ),
    ['application/pdf', 'no-store', 'nosniff', 'attachment; filename="file.pdf"'],
  );
  const reply = await add('marcus', PICTURE, {to: one.id});
  const said = await tell('marcus', `/${one.id}/say`, {files: [{id: reply.id, place: 'words'}]});
  assert.equal(said.status, 200, said.body);
  assert.deepEqual(await readers(reply.id), PEOPLE);
  const seen = await as('callum', 'GET', `/attachments/${reply.id}?as=text`);
  assert.deepEqual(seen.json(), {type: 'image/jpeg', data: PICTURE.toString('base64')});
});

test('until it is sent a file is its owner’s alone, who may take it back; then it stays, and is sent once', async () => {
  const {add, tell, readers, as, item} = await stand();
  const {id} = await add('temi', PICTURE);
  assert.deepEqual(await readers(id), ['temi']);
  const drop = (key: string, file: string) => as(key, 'DELETE', `/disagreements/files/${file}`);
  assert.equal((await drop('marcus', id)).body, (await drop('marcus', NOWHERE)).body);
  const taken = {itemId: item('F1'), words: 'No.', files: [{id, place: 'words'}]};
  assert.match((await tell('marcus', '', taken)).body, /FILE_GONE/);
  assert.match(
    (await tell('marcus', '', {...taken, files: [{id: NOWHERE, place: 'words'}]})).body,
    /FILE_GONE/,
  );
  const other = await add('temi', VOICE);
  assert.equal((await drop('temi', other.id)).statusCode, 204);
  assert.deepEqual(await readers(other.id), []);
  assert.equal((await tell('temi', '', taken)).status, 201);
  assert.equal((await drop('temi', id)).statusCode, 404);
  assert.match((await tell('temi', '', taken)).body, /FILE_GONE/);
  assert.deepEqual(await readers(id), PEOPLE);
});

test('before a room nobody adds a file or sees one that is not sent', async () => {
  const {add, as, id, planId} = await stand();
  const file = await add('esme', PICTURE);
  const opened = await as('esme', 'POST', '/room', {present: [id('esme'), id('temi')]});
  const headers = {authorization: `Bearer ${opened.json<{sessionToken: string}>().sessionToken}`};
  const url = `/api/plans/${planId}/attachments/${file.id}`;
  assert.equal((await server.send({method: 'GET', url, headers})).statusCode, 404);
});

test('a picture that holds more than it shows, what is no such file, what is too large and a thirteenth are not kept', async () => {
  const {add} = await stand();
  const exif = Buffer.from('\xff\xd8\xff\xe1\0\x08Exif\0\0\xff\xd9', 'latin1');
  assert.equal((await add('temi', exif)).code, 'PICTURE_TELLS');
  assert.equal((await add('temi', Buffer.from('<html><script>'))).code, 'NO_FILE');
  assert.equal((await add('temi', Buffer.concat([VOICE, Buffer.alloc(5 * 1024 * 1024)]))).code, 'TOO_LARGE');
  for (let count = 0; count < 12; count += 1) assert.equal((await add('temi', VOICE)).status, 201);
  assert.equal((await add('temi', VOICE)).code, 'MANY_FILES');
  assert.equal((await add('marcus', VOICE)).status, 201, 'of each person');
});

test('what was not sent is forgotten after a week, and what was sent stays', async () => {
  const {add, open, storage, planId} = await stand();
  const kept = async () => (await storage.talk.files.of(planId)).map(one => one.id);
  const [{id}, {file}] = [await add('temi', VOICE), await open('temi', 'F1')];
  server.pass(7 * DAY - 3_600_000);
  await server.server.http.disagreementFiles.sweep();
  assert.deepEqual(await kept(), [id, file]);
  server.pass(2 * 3_600_000);
  await server.server.http.disagreementFiles.sweep();
  assert.deepEqual(await kept(), [file]);
});

test('what its side takes back with its words is deleted, its later words too, and what others said and added stays', async () => {
  const {add, open, tell, readers, storage, planId} = await stand();
  const {file, one} = await open('temi', 'F1');
  const [own, others] = [await add('temi', VOICE, {to: one.id}), await add('marcus', VOICE, {to: one.id})];
  const say = (key: string, words: string, id: string) =>
    tell(key, `/${one.id}/say`, {words, files: [{id, place: 'words'}]});
  await say('temi', 'Nor is this.', own.id);
  await say('marcus', 'We think so.', others.id);
  await tell('temi', `/${one.id}/say`, {outcome: 'printed'});
  const kept = await tell('temi', `/${one.id}/withdraw`, {});
  assert.equal(kept.one.entries[0]?.files.length, 1);
  const {one: after} = await tell('temi', `/${one.id}/withdraw`, {hideWords: true});
  assert.deepEqual(
    after.entries.map(({act, words, files, isGone}) => [act, words, files.length, isGone]),
    [
      ['opened', '', 0, true],
      ['said', '', 0, true],
      ['said', 'We think so.', 1, false],
      ['printed', '', 0, false],
      ['withdrawn', '', 0, false],
      ['withdrawn', '', 0, false],
    ],
  );
  assert.deepEqual([await readers(file), await readers(own.id), await readers(others.id)], [[], [], PEOPLE]);
  assert.deepEqual(
    (await storage.talk.files.of(planId)).map(({id}) => id),
    [others.id],
  );
});

test('it goes with its words to fewer people and back, and beside a private note nobody else learns of it', async () => {
  const {add, open, readers, as, id, item, storage, planId, shared} = await stand();
  const before = await as('callum', 'GET', '/records');
  const {file: hidden, one} = await open('temi', 'B2');
  assert.equal(one.isOpen, false);
  const after = await as('callum', 'GET', '/records');
  assert.deepEqual([after.body, after.headers['etag']], [before.body, before.headers['etag']]);
  assert.ok(!(await readers(hidden)).includes('callum'));
  const real = await add('callum', PICTURE, {itemId: item('B2')});
  assert.deepEqual([real.status, real.body], [404, (await add('callum', PICTURE, {itemId: NOWHERE})).body]);
  const {file} = await open('temi', 'B1');
  server.pass(1000);
  const withheld = await as('bronagh', 'POST', '/withholdings', {
    itemIds: [item('B1')],
    hiddenFrom: [id('callum')],
    reasonCode: 'risk_harm',
    legalGround: 'Serious harm.',
    safeWording: {[item('B1')]: null},
  });
  const {withholdingId} = withheld.json<{withholdingId: string}>();
  const homeOf = async () =>
    (await storage.talk.files.of(planId)).find(one => one.id === file)?.compartmentId;
  assert.ok(!(await readers(file)).includes('callum'));
  assert.notEqual(await homeOf(), shared, 'under the key of those who read it');
  await as('bronagh', 'POST', `/withholdings/${withholdingId}/undo`);
  assert.deepEqual([await readers(file), await homeOf()], [PEOPLE, shared]);
});

test('files are sealed, and go whole where their words are purged', async () => {
  const {open, as, readers, shared} = await stand();
  const {file} = await open('temi', 'F1');
  assert.deepEqual(filesHolding(server.folder, ['of the stairs']), []);
  assert.equal(
    (await as('bronagh', 'POST', '/purges', {compartmentId: shared, text: 'Not so.'})).statusCode,
    202,
  );
  assert.deepEqual(await readers(file), []);
});

test('who reads a file is noted as reading what it goes with', async () => {
  const {open, as, id, storage, planId, shared} = await stand();
  const {file} = await open('temi', 'F1');
  const reads = async () =>
    (await storage.audit(planId)).flatMap(({action, actor, compartmentId}) =>
      action === 'read' && actor === id('marcus') ? [compartmentId] : [],
    );
  assert.deepEqual(await reads(), []);
  await as('marcus', 'GET', `/attachments/${file}`);
  assert.deepEqual(await reads(), [shared]);
});
