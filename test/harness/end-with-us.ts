import type {ChildProcess} from 'node:child_process';

const children = new Set<ChildProcess>();
let isWatching = false;

function endAll(): void {
  for (const child of children) child.kill('SIGKILL');
}

/**
 * Binds a process to this one: it neither keeps this one alive nor outlives it. A test that fails before it stops its
 * server would otherwise hold up the whole run for ever.
 */
export function endWithUs(child: ChildProcess): void {
  if (!isWatching) {
    isWatching = true;
    process.once('exit', endAll);
    // What the runner sends to a file that takes too long; by default it would skip 'exit'.
    process.once('SIGTERM', () => process.exit(143));
  }
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.unref();
  for (const stream of [child.stdout, child.stderr]) {
    // The pipes of a child are sockets, though the types only promise streams.
    if (stream !== null && 'unref' in stream && typeof stream.unref === 'function') stream.unref();
  }
}
