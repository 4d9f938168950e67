import {createServer} from 'node:http';
import type {AddressInfo} from 'node:net';
import {noMetrics, silentLogger, systemClock, systemRandom} from '../../packages/server/src/ports/index.ts';
import {SqliteStorage} from '../../packages/server/src/storage/index.ts';
import {createSyncServer, StorageDirectory, SYNC_LIMITS} from '../../packages/server/src/sync/index.ts';
import {hashTicket} from './ticket-hash.ts';

/** A process that serves the folder it is given and writes its port on a line. */
const storage = new SqliteStorage(process.argv[2] ?? '');
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
});
const http = createServer();
http.on('upgrade', (request, socket, head) => {
  sync.handleUpgrade(request, socket, head);
});
http.listen(0, '127.0.0.1', () => {
  // A listening TCP server has an address of this shape.
  process.stdout.write(`${(http.address() as AddressInfo).port}\n`);
});
