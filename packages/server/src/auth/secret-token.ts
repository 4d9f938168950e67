import {createHash, timingSafeEqual} from 'node:crypto';
import type {RandomBytes} from '@goldthread/schema';

/** A new secret for a link, a session or a ticket: 256 random bits as 43 characters of base64url. */
export function newSecret(random: RandomBytes): string {
  return Buffer.from(random(32)).toString('base64url');
}

/**
 * What is kept of a secret. A plain hash is enough because the secrets are random: there is no dictionary to try.
 */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('base64url');
}

/** Whether two secrets are the same, in a time that tells nothing about how much of them is. */
export function isSameSecret(left: string, right: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(left), digest(right));
}
