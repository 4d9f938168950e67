import {readSymbolPack, type SymbolPack} from '@goldthread/schema/symbols';

/**
 * A school's own pictures before ours, as the child finds them. Where both have a picture or a page of one name the school's is the
 * one. A pack that can't be read brings nothing: the server has read it before, so that it came damaged.
 */
export function withOwn(own: unknown, ours: SymbolPack): SymbolPack {
  if (own === null || own === undefined) return ours;
  let school: SymbolPack;
  try {
    school = readSymbolPack(own);
  } catch {
    return ours;
  }
  const without = <T extends {readonly id: string}>(theirs: readonly T[], all: readonly T[]): T[] =>
    all.filter(({id}) => !theirs.some(one => one.id === id));
  return {
    ...ours,
    categories: [...school.categories, ...without(school.categories, ours.categories)],
    symbols: [...school.symbols, ...without(school.symbols, ours.symbols)],
  };
}
