export {
  FILLS,
  readSymbolPack,
  SymbolPackProblem,
  type ArtPath,
  type Fill,
  type PackCategory,
  type PackSymbol,
  type SymbolPack,
} from './symbol-pack.ts';
