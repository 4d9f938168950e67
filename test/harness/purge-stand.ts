import assert from 'node:assert/strict';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {TestContext} from 'node:test';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import type * as Y from 'yjs';
import {SqliteStorage, type PlanStorage} from '../../packages/server/src/storage/index.ts';
import {
  TestServer,
  personId,
  smallPlan,
  type ImportedForTest,
} from '../../packages/server/src/testing/index.ts';
import {WireClient} from './wire-client.ts';
import {textOf} from './writing.ts';

/** Letters of a script that nobody writes any more, four bytes each, so that each can be looked for, however it was typed. */
export const LETTERS = [...'𐦠𐦡𐦢𐦣𐦤𐦥𐦦𐦧𐦨𐦩𐦪𐦫'];
export const SECRET = LETTERS.join('');
/** A part of it, as it stands in texts of which only the beginning is kept. */
export const ADDRESS = 'Flat 3, Harbour Court, Saltmere';

type Body = Record<string, unknown> & {readonly error?: {readonly code: string}};
type Kind = 'shared' | 'voice';

/** A server with one small plan, and what a test of a purge does with it. */
export interface PurgeStand {
  readonly server: TestServer;
  readonly plan: ImportedForTest;
  readonly storage: PlanStorage;
  id(key: string): string;
  as(key: string, method: 'GET' | 'POST', path: string, payload?: object): Promise<[number, Body]>;
  compartment(kind: Kind): Promise<CompartmentId>;
  /** Opens a document over a real socket, once more with the ticket of `as` where one is given. */
  open(key: string, compartmentId: CompartmentId, doc?: Y.Doc): Promise<WireClient>;
  purge(compartmentId: string, text: string, key?: string): Promise<[number, Body]>;
}

/** A server that seals nothing, so that every byte of its files can be read. */
export async function stand(
  t: TestContext,
  wrap: (storage: PlanStorage) => PlanStorage = one => one,
): Promise<PurgeStand> {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
  t.after(() => {
    rmSync(folder, {recursive: true, force: true});
  });
  const server = await TestServer.start({folder, openStorage: at => wrap(new SqliteStorage(at))});
  return standOn(server, await server.importPlan(smallPlan()));
}

/** The same on a server that a test started itself. */
export function standOn(server: TestServer, plan: ImportedForTest): PurgeStand {
  const {storage} = server.server.http;
  const id = (key: string) => personId(plan, key);
  const base = `/api/plans/${plan.planId}`;
  const sessions = new Map<string, {readonly authorization: string}>();
  const headersOf = async (key: string) => {
    const known = sessions.get(key) ?? (await server.signIn(plan.planId, id(key))).headers;
    sessions.set(key, known);
    return known;
  };
  const as: PurgeStand['as'] = async (key, method, path, payload) => {
    const headers = await headersOf(key);
    const answer = await server.send({method, url: `${base}${path}`, headers, ...(payload && {payload})});
    return [answer.statusCode, answer.json<Body>()];
  };
  return {
    server,
    plan,
    storage,
    id,
    as,
    async compartment(kind) {
      const found = (await storage.compartments(plan.planId as PlanId)).find(one => one.kind === kind);
      assert.ok(found);
      return found.id;
    },
    async open(key, compartmentId, doc) {
      const address = server.server.http.publicUrl().replace('http', 'ws');
      const [, issued] = await as(key, 'POST', '/tickets', {compartmentId});
      const {ticket, cid, path} = issued as unknown as {ticket: string; cid: number; path: string};
      const url = `${address}${path}?ticket=${ticket}&cid=${cid}`;
      const client = new WireClient({url, cid, ...(doc && {doc})});
      await client.synced();
      return client;
    },
    purge: (compartmentId, text, key = 'bronagh') => as(key, 'POST', '/purges', {compartmentId, text}),
  };
}

/** Types words letter by letter at the end of an item, over a real socket. */
export async function type(client: WireClient, item: string, words: string): Promise<void> {
  const text = textOf(client.doc, 'section:B', item);
  for (const letter of words) text.insert(text.length, letter);
  await client.saved();
}
