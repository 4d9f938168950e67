import {mkdtempSync, rmSync, statfsSync} from 'node:fs';
import {join} from 'node:path';

/** A file system in memory, where there is one. */
const IN_MEMORY = '/dev/shm';
/** Free bytes that it needs to have. */
const ROOM = 4 * 1024 ** 3;

function hasRoom(): boolean {
  try {
    const {bavail, bsize} = statfsSync(IN_MEMORY);
    return bavail * bsize >= ROOM;
  } catch {
    return false;
  }
}

/**
 * Runs work whose temporary folders lie in memory, if there is room: the tests make tens of thousands of commits, and how long a disk
 * takes for each says nothing of the code. The files of a process that is killed outlive it there as they do on a disk.
 */
export async function inScratchFolder<T>(work: () => Promise<T>): Promise<T> {
  if (!hasRoom()) return work();
  const folder = mkdtempSync(join(IN_MEMORY, 'goldthread-'));
  process.env['TMPDIR'] = folder;
  try {
    return await work();
  } finally {
    rmSync(folder, {recursive: true, force: true});
  }
}
