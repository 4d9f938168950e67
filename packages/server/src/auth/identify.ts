import type {Caller} from './caller.ts';
import {isSameSecret} from './secret-token.ts';
import {tokenAmongCookies} from './session-cookies.ts';
import type {Sessions} from './sessions.ts';

/** What a request shows of its sender. */
export interface Credentials {
  /** The `authorization` header. */
  readonly authorization: string | undefined;
  readonly cookies: Readonly<Record<string, string | undefined>>;
  /** As whom a page says that it acts. */
  readonly participant: string | undefined;
}

const BEARER = /^Bearer ([\x21-\x7e]{1,512})$/i;

/**
 * Who sent a request. A bearer token that nobody knows makes a stranger, even if a good cookie came with it:
 * whoever names a token means that one.
 */
export async function identify(
  credentials: Credentials,
  adminToken: string | null,
  sessions: Sessions,
): Promise<Caller> {
  const {authorization, cookies, participant} = credentials;
  const bearer = authorization === undefined ? undefined : BEARER.exec(authorization)?.[1];
  if (bearer !== undefined && adminToken !== null && isSameSecret(bearer, adminToken)) {
    return {kind: 'administrator'};
  }
  const token = authorization === undefined ? tokenAmongCookies(cookies, participant) : bearer;
  const signedIn = token === undefined ? null : await sessions.find(token);
  return signedIn ?? {kind: 'stranger'};
}
