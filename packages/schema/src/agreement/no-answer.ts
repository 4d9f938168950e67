/** How somebody can be asked who hasn't said anything. */
export const TRY_MEANS = ['letter', 'email', 'text', 'phone', 'visit', 'meeting'] as const;
export type TryMeans = (typeof TRY_MEANS)[number];

/** One time when somebody was asked: the day, and how. */
export interface Try {
  readonly on: string;
  readonly means: TryMeans;
}

/**
 * The first two tries, on two days and by two means, after which silence may be called no answer (domain 7.4, 3); `null` where there
 * aren't two such. Silence is never agreement, before them or after.
 */
export function twoTries<Asked extends Try>(tries: readonly Asked[]): readonly [Asked, Asked] | null {
  const inOrder = tries.toSorted((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  for (const [at, second] of inOrder.entries()) {
    const first = inOrder.slice(0, at).find(one => one.on !== second.on && one.means !== second.means);
    if (first !== undefined) return [first, second];
  }
  return null;
}
