import type {Witness} from '../../records/purge.ts';

/** One list of who could have seen something in several documents: each person once, from when they first could. */
export function mergeWitnesses(one: readonly Witness[], other: readonly Witness[]): readonly Witness[] {
  const byId = new Map<string, Witness>();
  for (const witness of [...one, ...other]) {
    const before = byId.get(witness.id);
    if (before === undefined || witness.firstAt < before.firstAt) byId.set(witness.id, witness);
  }
  return [...byId.values()].toSorted((a, b) => Number(a.firstAt) - Number(b.firstAt));
}
