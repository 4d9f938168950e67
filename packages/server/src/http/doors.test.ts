import assert from 'node:assert/strict';
import test from 'node:test';
import {KIND} from '@goldthread/schema/wire';
import {ADMIN, TestServer, personId, smallPlan} from '../testing/index.ts';
import {MESSAGE_DOORS, ROUTE_DOORS, doorFor, type RouteDoor, type Visitor} from './doors.ts';

const OUTSIDE_THE_ROUTER: readonly string[] = ['/sync/:plan/:compartment'];

test('every door is a registered route and no door is listed twice', async t => {
  const server = await TestServer.start({
    flags: {demo: true, host: '127.0.0.1'},
    environment: {GOLDTHREAD_EMBED_ORIGINS: 'https://records.example'},
  });
  t.after(() => server.stop());
  const missing = ROUTE_DOORS.filter(({path}) => !OUTSIDE_THE_ROUTER.includes(path)).filter(
    ({method, path}) => !server.server.app.hasRoute({method, url: path === '*' ? '/*' : path}),
  );
  assert.deepEqual(missing, []);
  assert.equal(new Set(ROUTE_DOORS.map(one => `${one.method} ${one.path}`)).size, ROUTE_DOORS.length);
});

test('a route that is not on the list stops the start', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const {createHttpApp} = await import('./create-http-app.ts');
  const start = createHttpApp(server.server.http, [app => void app.get('/back-door', () => 'open')]);
  await assert.rejects(async () => await start, /The route GET \/back-door is missing in doors\.ts/);
});

test('every message of the sockets is on the list', () => {
  const named = new Set(MESSAGE_DOORS.map(one => one.name));
  assert.deepEqual(
    Object.keys(KIND).filter(kind => !named.has(kind)),
    [],
  );
});

const VISITORS = [
  'stranger',
  'administrator',
  'temi',
  'callum',
  'esme',
  'bronagh',
  'marcus',
  'anita',
  'delphine',
] as const;

function isLetIn(door: RouteDoor, visitor: string): boolean {
  const hats: Readonly<Record<string, readonly Visitor[]>> = {
    administrator: ['administrator'],
    temi: ['participant', 'parent'],
    callum: ['participant', 'parent'],
    esme: ['participant', 'lead', 'keyworker'],
    marcus: ['participant', 'sendOfficer'],
    bronagh: ['participant', 'socialWorker'],
    anita: ['participant', 'socialCareManager'],
  };
  const worn = hats[visitor] ?? (visitor === 'stranger' ? [] : ['participant']);
  return door.who.includes('anyone') || door.who.some(one => worn.includes(one));
}

test('each door lets in exactly those whom the list names, and answers the others as if it were not there', async t => {
  const server = await TestServer.start();
  t.after(() => server.stop());
  const plan = await server.importPlan(smallPlan());
  const item = plan.items.find(({ref}) => ref === 'F1')?.id ?? '';
  const doors = ROUTE_DOORS.filter(({path}) => path.startsWith('/api/') || path === '/metrics');
  const wrong: string[] = [];
  for (const visitor of VISITORS) {
    for (const door of doors) {
      const isPerson = visitor !== 'stranger' && visitor !== 'administrator';
      const person = isPerson ? await server.signIn(plan.planId, personId(plan, visitor)) : undefined;
      const headers = visitor === 'administrator' ? ADMIN : (person?.headers ?? {});
      const url = door.path
        .replace(':plan', plan.planId)
        .replace('/items/:id', `/items/${item}`)
        .replace(':id', personId(plan, 'temi'))
        .replace(':participant', personId(plan, 'temi'))
        .replace(':root', 'section:B');
      const answer = await server.send({method: door.method, url, headers, payload: {nonsense: 1}});
      const refused = answer.statusCode === 401 || answer.statusCode === 404;
      const expected = !isLetIn(door, visitor);
      if (refused !== expected) {
        wrong.push(`${visitor} ${door.method} ${door.path} ${answer.statusCode}`);
      }
      if (visitor === 'stranger' && expected) assert.equal(answer.statusCode, 401, door.path);
      if (visitor !== 'stranger' && expected) assert.equal(answer.statusCode, 404, door.path);
    }
  }
  // Approving what nobody asked for, undoing what nobody did, hearing what nobody said and taking a file back that nobody added is missing too.
  assert.deepEqual(
    wrong.filter(one => !/\/(approve|undo|attachments\/:id|files\/:id) /.test(one)),
    [],
  );
});

test('only what is on the list has a door', () => {
  assert.equal(doorFor('GET', '/api/plans/:plan')?.who.includes('participant'), true);
  assert.equal(doorFor('DELETE', '/api/plans/:plan'), undefined);
});
