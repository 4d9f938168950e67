import {join} from 'node:path';
import {SERVER_PROGRAM} from '../../../packages/server/bin/server-program.mjs';
import type {Wire} from '../lib/wire.ts';

const HERE = import.meta.dirname;
/** Where peers are installed on demand; git ignores it. */
export const PEERS = join(HERE, '../.peers');

/** What a server is started with. `data` is an empty folder of its own that survives restarts. */
export interface Place {
  readonly port: number;
  readonly data: string;
}

/** One server to measure. */
export interface ServerKind {
  readonly name: string;
  readonly wire: Wire['name'];
  /** Whether rooms are open to anybody, or people sign in and get tickets first. */
  readonly entry: 'open' | 'goldthread';
  /** Whether a plan outlives its last client, and whether it outlives the process. */
  readonly keeps: 'nothing' | 'memory' | 'disk';
  /** npm packages that it needs, installed under `.peers/<name>`. */
  readonly install?: Readonly<Record<string, string>>;
  /** Arguments for node. */
  arguments(place: Place): string[];
  environment(place: Place): Record<string, string>;
}

/** Lets the load process make plans and sign people in; a random value of one run, on loopback. */
export const ADMIN_TOKEN = 'bench-admin-token-of-one-run-on-loopback';

const floor: ServerKind = {
  name: 'floor',
  wire: 'y-websocket',
  entry: 'open',
  keeps: 'nothing',
  arguments: () => [join(HERE, 'floor-server.ts')],
  environment: () => ({}),
};

/** This project's own server. */
export const GOLDTHREAD: ServerKind = {
  name: 'goldthread',
  wire: 'y-websocket',
  entry: 'goldthread',
  keeps: 'disk',
  arguments: ({port, data}) => [
    ...SERVER_PROGRAM,
    ...['serve', '--data', join(data, 'plans'), '--port', String(port), '--host', '127.0.0.1'],
  ],
  environment: () => ({
    GOLDTHREAD_ADMIN_TOKEN: ADMIN_TOKEN,
    // Thousands of people sign in from one address here.
    GOLDTHREAD_REQUESTS_PER_MINUTE: '100000000',
    GOLDTHREAD_LOG_LEVEL: 'warn',
  }),
};

const yWebsocketServer: ServerKind = {
  name: 'y-websocket-server',
  wire: 'y-websocket',
  entry: 'open',
  keeps: 'disk',
  install: {'@y/websocket-server': '0.1.1', yjs: '13.6.33'},
  arguments: () => [join(PEERS, 'y-websocket-server/node_modules/@y/websocket-server/src/server.js')],
  environment: ({data}) => ({YPERSISTENCE: join(data, 'leveldb')}),
};

const hocuspocus: ServerKind = {
  name: 'hocuspocus-sqlite',
  wire: 'hocuspocus',
  entry: 'open',
  keeps: 'disk',
  install: {
    '@hocuspocus/server': '4.7.0',
    '@hocuspocus/extension-sqlite': '4.7.0',
    '@hocuspocus/extension-database': '4.7.0',
    '@hocuspocus/provider': '4.7.0',
    yjs: '13.6.33',
    'y-protocols': '1.0.7',
  },
  arguments: () => [join(HERE, 'hocuspocus-server.mjs')],
  environment: () => ({BENCH_PEER: join(PEERS, 'hocuspocus-sqlite')}),
};

/** Measured in every run, the floor first: ratios refer to it. */
export const OURS: readonly ServerKind[] = [floor, GOLDTHREAD];
/** Measured beside them on `--peers`. */
export const OTHERS: readonly ServerKind[] = [yWebsocketServer, hocuspocus];
