import {createHash} from 'node:crypto';

/** Under what a ticket's token is stored in tests. */
export function hashTicket(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
