export type {Administrator, Caller, SignedIn, Stranger} from './caller.ts';
export {Codes, type IssuedCode} from './codes.ts';
export {Invites, type InviteRequest} from './invites.ts';
export {Passkeys} from './passkeys.ts';
export {hashSecret, isSameSecret, newSecret} from './secret-token.ts';
export {PARTICIPANT_HEADER, cookieNameFor, isOwnPage, tokenAmongCookies} from './session-cookies.ts';
export {Sessions, type OpenedSession, type SessionLives} from './sessions.ts';
export {identify, type Credentials} from './identify.ts';
