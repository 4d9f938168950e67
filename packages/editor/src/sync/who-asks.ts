/**
 * The headers that say who asks: a session token where the page has one, and which of the people signed in in this
 * browser is meant. A token wins over every cookie.
 */
export function whoAsks(participantId: string, token: string): Readonly<Record<string, string>> {
  return {
    ...(participantId !== '' && {'goldthread-participant': participantId}),
    ...(token !== '' && {authorization: `Bearer ${token}`}),
  };
}
