#!/usr/bin/env node
/** The `goldthread` command: readies the clone, then runs the server's own program on the bundled Node. */
import {orStop, prepare, runOnBundledNode} from '../../../bootstrap.mjs';
import {SERVER_PROGRAM} from './server-program.mjs';

const args = process.argv.slice(2);

orStop(() => {
  prepare({pages: args[0] === 'serve'});
  runOnBundledNode([...SERVER_PROGRAM, ...args]);
});
