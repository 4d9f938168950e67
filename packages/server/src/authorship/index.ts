export {Carry, type PersonOf} from './carry.ts';
export type {CarryRange, CharacterId} from './carry-range.ts';
export {passagesOf, wordingOf, type ItemWording, type Passage} from './passages.ts';
export {effectiveRanges, type EffectiveRanges} from './id-ranges.ts';
export {RangeRows} from './range-rows.ts';
export type {Wording} from './wording.ts';
