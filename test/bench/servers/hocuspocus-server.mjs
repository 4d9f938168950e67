// Hocuspocus as its documentation sets it up: Server plus the SQLite extension on a file. Its packages lie in BENCH_PEER.
// better-sqlite3 is a native addon whose binary can't always be had, so the extension gets the same calls over
// node:sqlite, which is the same SQLite and synchronous too.
import {registerHooks} from 'node:module';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';

const parentURL = pathToFileURL(join(process.env.BENCH_PEER, 'package.json')).href;
const stand = new URL('better-sqlite3-stand-in.mjs', import.meta.url).href;
registerHooks({
  resolve(specifier, context, next) {
    return specifier === 'better-sqlite3' ? {url: stand, shortCircuit: true} : next(specifier, context);
  },
});
const load = name => import(import.meta.resolve(name, parentURL));

registerHooks({
  resolve(specifier, context, next) {
    const ours = context.parentURL === import.meta.url && specifier.startsWith('@hocuspocus/');
    return next(specifier, ours ? {...context, parentURL} : context);
  },
});
const {Server} = await load('@hocuspocus/server');
const {SQLite} = await load('@hocuspocus/extension-sqlite');
const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: [new SQLite({database: join(process.env.DATA, 'plans.sqlite')})],
});
await server.listen();
