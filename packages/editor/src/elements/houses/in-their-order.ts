/** The houses in the order in which the child wants them: the one that the child picked, then the others. */
export function inTheirOrder<T>(all: readonly T[], first: T | null): readonly T[] {
  return first === null ? all : [first, ...all.filter(one => one !== first)];
}
