#!/usr/bin/env node
/** The `goldthread` command: readies the clone, then runs the server's own program on the bundled Node. */
import {fileURLToPath} from 'node:url';
import {orStop, prepare, runOnBundledNode} from '../../../bootstrap.mjs';

const args = process.argv.slice(2);

orStop(() => {
  prepare({pages: args[0] === 'serve'});
  runOnBundledNode([fileURLToPath(new URL('../src/main.ts', import.meta.url)), ...args]);
});
