import {createSecretKey, randomBytes, type KeyObject} from 'node:crypto';
import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {KeyProblem} from './key-problem.ts';

const BYTES = 32;
const HEX = /^[0-9a-f]{64}\s*$/i;

/** The key that wraps every other key: 64 hexadecimal digits in a file of its own. */
export function readMasterKey(file: string): KeyObject {
  if (!existsSync(file)) {
    throw new KeyProblem(
      `The master key ${file} is missing. Put it back, or say where it is with GOLDTHREAD_MASTER_KEY_FILE: without it the data folder stays closed.`,
    );
  }
  const text = readFileSync(file, 'latin1');
  if (!HEX.test(text)) {
    throw new KeyProblem(`${file} holds no master key, which is 64 hexadecimal digits in one line.`);
  }
  return createSecretKey(Buffer.from(text.trim(), 'hex'));
}

/** Makes a master key that only this account may read. Never overwrites one. */
export function makeMasterKey(file: string): KeyObject {
  const key = randomBytes(BYTES);
  try {
    writeFileSync(file, `${key.toString('hex')}\n`, {mode: 0o600, flag: 'wx', flush: true});
  } catch {
    throw new KeyProblem(
      `The master key could not be written to ${file}. Name another place with GOLDTHREAD_MASTER_KEY_FILE.`,
    );
  }
  return createSecretKey(key);
}
