export {
  ProtectedValues,
  protectedValueIn,
  type ProtectedMatch,
  type ProtectedValue,
} from './protected-value.ts';
export {SHINGLE_WORDS, ShingleIndex, firstSharedRun, type SharedRun, type ShingleMatch} from './shingles.ts';
