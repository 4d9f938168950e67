import assert from 'node:assert/strict';
import {createSecretKey} from 'node:crypto';
import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test, type TestContext} from 'node:test';
import {KeyRing} from '../../keys/index.ts';
import {emergenciesOf} from '../emergencies.ts';
import {NOW, personOf} from '../testing/contract-world.ts';
import {withEveryKind} from '../testing/sealing-contract.ts';
import {OpenedRows} from './opened-rows.ts';
import {SqliteStorage} from './sqlite-storage.ts';

const MASTER = createSecretKey(Buffer.alloc(32, 1));

/** A storage under real keys with something of every kind, and how many rows it opened since it was last asked. */
async function world(t: TestContext) {
  const folder = mkdtempSync(join(tmpdir(), 'goldthread-'));
  t.after(() => {
    rmSync(folder, {recursive: true});
  });
  let opened = 0;
  const open = () => {
    const ring = new KeyRing(folder, MASTER);
    const real = ring.open.bind(ring);
    ring.open = (...what) => {
      opened += 1;
      return real(...what);
    };
    return Promise.resolve(new SqliteStorage(folder, ring));
  };
  const made = await withEveryKind({open, openBackup: open, newFolder: () => folder});
  const sinceThen = () => {
    const count = opened;
    opened = 0;
    return count;
  };
  return {...made, open, sinceThen};
}

test('an emergency that is open costs each request nothing that was opened before', async t => {
  const {storage, made, sinceThen} = await world(t);
  t.after(() => storage.close());
  const {id} = made.plan;
  const first = await emergenciesOf(storage, id, NOW);
  assert.equal(first.length, 1);
  assert.ok(sinceThen() >= 4, 'an opening, a decision and two people');
  for (let requests = 0; requests < 3; requests += 1)
    assert.deepEqual(await emergenciesOf(storage, id, NOW), first);
  assert.equal(sinceThen(), 0);
});

test('what changes is opened once more, and nothing else, whoever wrote it', async t => {
  const {storage, made, open, sinceThen} = await world(t);
  t.after(() => storage.close());
  const people = async () => (await storage.participants(made.plan.id)).map(({role}) => role);
  const before = await people();
  sinceThen();
  const other = await open();
  await other.changeAccess(personOf(made), {role: 'school'});
  await other.close();
  sinceThen();
  assert.deepEqual(await people(), ['school', ...before.slice(1)]);
  assert.equal(sinceThen(), 1);
  for (const compartment of made.compartments) await storage.rotateKey(compartment.id);
  sinceThen();
  assert.deepEqual(await people(), ['school', ...before.slice(1)]);
  assert.equal(sinceThen(), 2, 'under new keys both rows are others');
});

test('so many rows and no more are kept in mind', () => {
  const rows = new OpenedRows<string>(2);
  const read = (id: string) => {
    let isOpened = false;
    rows.read(id, Uint8Array.of(1), () => {
      isOpened = true;
      return id;
    });
    return isOpened;
  };
  assert.deepEqual(['a', 'b', 'a', 'c', 'a'].map(read), [true, true, false, true, true]);
});
