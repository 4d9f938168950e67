import {existsSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {KEYS_FILE, copyKeys, keyIdOf, keyIdsIn} from '../keys/index.ts';
import {DATABASE_FILE, Inspection, copyDatabase, unsealed} from '../storage/index.ts';
import {DataProblem, requireData, requireEmpty} from './data-paths.ts';

const ATTEMPTS = 3;

/**
 * Copies a data folder into a new one, while a server may go on writing; gives the number of plans. Needs no master key, and
 * the copy holds none.
 */
export async function backUp(dataFolder: string, into: string): Promise<number> {
  requireData(dataFolder);
  requireEmpty(into);
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    mkdirSync(into, {recursive: true, mode: 0o700});
    await copyFolder(dataFolder, into);
    const plans = plansThatCanBeOpened(into);
    if (plans !== null) return plans;
    rmSync(into, {recursive: true});
  }
  throw new DataProblem('Keys were renewed again and again while the copy was made. Try again.');
}

async function copyFolder(from: string, into: string): Promise<void> {
  const copy = () => copyDatabase(join(from, DATABASE_FILE), join(into, DATABASE_FILE));
  if (existsSync(join(from, KEYS_FILE))) await copyKeys(join(from, KEYS_FILE), join(into, KEYS_FILE), copy);
  else await copy();
}

/** The number of plans; `null` where something lies under a key that isn't in the copy. */
function plansThatCanBeOpened(folder: string): number | null {
  const file = join(folder, KEYS_FILE);
  const keys = existsSync(file) ? keyIdsIn(file) : null;
  const inspection = new Inspection(folder, unsealed);
  try {
    const plans = inspection.plans();
    const isUnder = (bytes: Uint8Array): boolean => keys?.has(keyIdOf(bytes) ?? -1) ?? true;
    for (const planId of plans) {
      for (const {body} of inspection.auditChain(planId)) if (!isUnder(body)) return null;
      for (const id of inspection.compartments(planId)) {
        for (const {bytes} of inspection.sealedRows(id)) if (!isUnder(bytes)) return null;
      }
    }
    return plans.length;
  } finally {
    inspection.close();
  }
}
