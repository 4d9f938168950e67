import {copyFileSync, existsSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {KEYS_FILE, PurgeLedger, purgeLedgerFile, purgesSince, readMasterKey} from '../keys/index.ts';
import {openDataFolder} from '../open-storage.ts';
import {DATABASE_FILE, SealError, closeWhatWasOpen} from '../storage/index.ts';
import type {Verdict} from '../verify/index.ts';
import {DataProblem, requireData, requireEmpty, type DataPaths} from './data-paths.ts';
import {verifyFolder} from './verify-folder.ts';

const FILES = [DATABASE_FILE, `${DATABASE_FILE}-wal`, KEYS_FILE];

/**
 * Makes a data folder of a backup. What the backup holds is verified first; where anything is wrong with it, nothing is left
 * and the verdict says what. Nobody comes in with what they had open before.
 */
export async function restore(from: string, paths: DataPaths, now: number): Promise<Verdict> {
  requireData(from);
  requireEmpty(paths.dataFolder);
  if (existsSync(join(from, KEYS_FILE))) readMasterKey(paths.masterKeyFile);
  refusePurged(from, paths.masterKeyFile);
  try {
    mkdirSync(paths.dataFolder, {recursive: true, mode: 0o700});
    for (const name of FILES) {
      if (existsSync(join(from, name))) copyFileSync(join(from, name), join(paths.dataFolder, name));
    }
    await bringUpToDate(paths);
    const verdict = verifyFolder(paths);
    if (verdict.findings.length === 0) {
      closeWhatWasOpen(paths.dataFolder, now);
      await noteRestore(paths, now);
    } else {
      rmSync(paths.dataFolder, {recursive: true});
    }
    return verdict;
  } catch (error) {
    rmSync(paths.dataFolder, {recursive: true, force: true});
    throw error;
  }
}

/** A backup may be of an older version, or from before there were keys. */
async function bringUpToDate({dataFolder, masterKeyFile}: DataPaths): Promise<void> {
  try {
    await openDataFolder(dataFolder, masterKeyFile).close();
  } catch (error) {
    // What doesn't open is for the verification to name.
    if (!(error instanceof SealError)) throw error;
  }
}

/** Words that were purged since the backup would come back with it. */
function refusePurged(from: string, masterKeyFile: string): void {
  const keys = join(from, KEYS_FILE);
  if (!existsSync(keys)) return;
  const [purge] = purgesSince(keys, new PurgeLedger(purgeLedgerFile(masterKeyFile)).notes());
  if (purge === undefined) return;
  const day = new Date(purge.at).toISOString().slice(0, 10);
  throw new DataProblem(
    `The backup is from before a purge on ${day} and could bring back what was purged. Restore one from after it.`,
  );
}

async function noteRestore({dataFolder, masterKeyFile}: DataPaths, at: number): Promise<void> {
  const storage = openDataFolder(dataFolder, masterKeyFile);
  try {
    for (const {id: planId} of await storage.plans()) {
      const nobody = {actor: null, sessionId: null, compartmentId: null, itemIds: [], subject: null};
      await storage.record([
        {kind: 'audit', append: {planId, at, action: 'restored', ...nobody, detail: {}}},
      ]);
    }
  } finally {
    await storage.close();
  }
}
