// Loaded into every measured server with `--import`: SIGUSR2 collects garbage and writes the memory in use to the file
// named by BENCH_HEAP_FILE. It does nothing while the server runs, and it is no part of any server.
import {renameSync, writeFileSync} from 'node:fs';
import {setFlagsFromString} from 'node:v8';
import {runInNewContext} from 'node:vm';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const file = process.env.BENCH_HEAP_FILE;

process.on('SIGUSR2', () => {
  collect();
  collect();
  if (file === undefined) return;
  writeFileSync(`${file}.part`, JSON.stringify(process.memoryUsage()));
  renameSync(`${file}.part`, file);
});
// A profile is written only at a clean exit, which servers without a signal handler never make.
if (process.env.BENCH_PROFILE === '1')
  process.on('SIGTERM', () => setTimeout(() => process.exit(0), 2500).unref());
