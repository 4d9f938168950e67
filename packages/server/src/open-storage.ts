import type {KeyObject} from 'node:crypto';
import {existsSync, mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {
  KEYS_FILE,
  KeyProblem,
  KeyRing,
  PurgeLedger,
  makeMasterKey,
  purgeLedgerFile,
  readMasterKey,
} from './keys/index.ts';
import {SqliteStorage, isSealed} from './storage/index.ts';

/**
 * Opens a data folder with the master key in a file. On a folder without keys the file is made if it isn't there, and
 * `onNewKey` is told; once there are keys, nothing opens without it.
 */
export function openDataFolder(
  folder: string,
  masterKeyFile: string,
  onNewKey: (file: string) => void = () => undefined,
): SqliteStorage {
  const hasKeys = existsSync(join(folder, KEYS_FILE));
  const isNew = !hasKeys && !existsSync(masterKeyFile);
  refuseWithoutKeys(folder, hasKeys);
  const master = isNew ? makeMasterKey(masterKeyFile) : readMasterKey(masterKeyFile);
  if (isNew) onNewKey(masterKeyFile);
  return openWith(folder, master, new PurgeLedger(purgeLedgerFile(masterKeyFile)));
}

/** Opens a data folder with a master key. */
export function openWith(folder: string, master: KeyObject, purgeLedger?: PurgeLedger): SqliteStorage {
  refuseWithoutKeys(folder, existsSync(join(folder, KEYS_FILE)));
  mkdirSync(folder, {recursive: true, mode: 0o700});
  const ring = new KeyRing(folder, master, purgeLedger === undefined ? {} : {purgeLedger});
  try {
    return new SqliteStorage(folder, ring);
  } catch (error) {
    ring.close();
    throw error;
  }
}

/** New keys would not open what older ones sealed. */
function refuseWithoutKeys(folder: string, hasKeys: boolean): void {
  if (hasKeys || !isSealed(folder)) return;
  throw new KeyProblem(
    `${KEYS_FILE} is missing from ${folder}. Put it back from the backup of that day: nothing in the folder opens without it.`,
  );
}
