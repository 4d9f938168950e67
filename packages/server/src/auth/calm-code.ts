import {scrypt} from 'node:crypto';
import type {RandomBytes} from '@goldthread/schema';

/** No vowels, so that no word comes out, and nothing that looks like something else when it is read out or written down. */
const ALPHABET = 'bcdfghjkmnpqrstvwxz23456789';
const LENGTH = 8;
/** Bytes from here on would make the first letters likelier than the last. */
const FAIR = 256 - (256 % ALPHABET.length);

/** A new code of eight letters and digits that one person can read out to another. */
export function newCode(random: RandomBytes): string {
  let code = '';
  while (code.length < LENGTH) {
    const [byte = FAIR] = random(1);
    if (byte < FAIR) code += ALPHABET[byte % ALPHABET.length] ?? '';
  }
  return code;
}

/** A code as it was made, however somebody wrote it down. */
export function plainCode(typed: string): string {
  return typed.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}

/**
 * What is kept of a code. It is short, so whoever reads the database could try all there are; this makes each try take a
 * while, and the code is void before they are through.
 */
export function hashCode(code: string, salt: string): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, 32, (error, key) => {
      if (error === null) resolve(key.toString('base64url'));
      else reject(error);
    });
  });
}
