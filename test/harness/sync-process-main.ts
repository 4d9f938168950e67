import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {openWith} from '../../packages/server/src/open-storage.ts';
import {noMetrics, silentLogger, systemClock, systemRandom} from '../../packages/server/src/ports/index.ts';
import type {PlanStorage} from '../../packages/server/src/storage/index.ts';
import {createSyncServer, StorageDirectory, SYNC_LIMITS} from '../../packages/server/src/sync/index.ts';
import {TEST_MASTER_KEY} from '../../packages/server/src/testing/index.ts';
import {hashTicket} from './ticket-hash.ts';

/**
 * A process that serves the folder it is given and writes its port on a line. It may be told to end as by a power cut just
 * before or just after one of its commits.
 */
const [folder = '', point = 'never', number = '0'] = process.argv.slice(2);
const sqlite = openWith(folder, TEST_MASTER_KEY);
const storage = point === 'never' ? sqlite : dyingStorage(sqlite, point, Number(number));
const directory = new StorageDirectory(storage, systemClock, {
  hash: hashTicket,
  isLive: session => session.endedAt === null,
  touch: () => Promise.resolve(),
});
const sync = createSyncServer({
  storage,
  directory,
  clock: systemClock,
  random: systemRandom,
  logger: silentLogger,
  metrics: noMetrics,
  // Compaction has to be caught by some of the kills.
  limits: {...SYNC_LIMITS, compactRows: 20, compactRowsAtOnce: 40, sweepMs: 50},
  watcher: {typed: () => undefined, sighted: () => undefined},
});
const http = createServer();
http.on('upgrade', (request, socket, head) => {
  sync.handleUpgrade(request, socket, head);
});
http.listen(0, '127.0.0.1', () => {
  // A listening TCP server has an address of this shape.
  process.stdout.write(`${(http.address() as AddressInfo).port}\n`);
});

function dyingStorage(whole: PlanStorage, at: string, last: number): PlanStorage {
  let commits = 0;
  const commit: PlanStorage['commit'] = async (batch, changes) => {
    commits += 1;
    if (commits === last && at === 'before') process.kill(process.pid, 'SIGKILL');
    await whole.commit(batch, changes);
    if (commits === last) process.kill(process.pid, 'SIGKILL');
  };
  return new Proxy(whole, {
    get(target, name) {
      if (name === 'commit') return commit;
      // Methods of a class with private fields have to be called on the object itself.
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
