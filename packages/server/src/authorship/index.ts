export {authorsOf, type AuthorRun} from './authors-of.ts';
export {Carry, type PersonOf} from './carry.ts';
export type {CarryRange, CharacterId} from './carry-range.ts';
export {effectiveRanges, type EffectiveRanges} from './id-ranges.ts';
