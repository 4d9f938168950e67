import type {ParticipantId} from '@goldthread/schema';

const PREFIX = 'goldthread.';

/** The header in which a page says as whom it acts, where several people are signed in in one browser. */
export const PARTICIPANT_HEADER = 'goldthread-participant';

/**
 * Whether cookies of a request count: a browser says that a page of this server, or a person, made it, or says nothing because
 * it isn't a browser. Another port of this host is another server, and `SameSite` doesn't tell the two apart.
 */
export function isOwnPage(fetchSite: string | undefined): boolean {
  return fetchSite === undefined || fetchSite === 'same-origin' || fetchSite === 'none';
}

/** The name of one person's session cookie. Each person has their own, so that two windows can be two people. */
export function cookieNameFor(participant: ParticipantId): string {
  return PREFIX + participant;
}

/**
 * The session token among the cookies of a request: of the person whom the page names, else the only one there is.
 * Two cookies and no name is nobody, because guessing would show one person the other's plan.
 */
export function tokenAmongCookies(
  cookies: Readonly<Record<string, string | undefined>>,
  participant: string | undefined,
): string | undefined {
  if (participant !== undefined) return cookies[PREFIX + participant];
  const ours = Object.entries(cookies).filter(([name]) => name.startsWith(PREFIX));
  return ours.length === 1 ? ours[0]?.[1] : undefined;
}
