import {ROWS_1_TO_16} from './rows-1-to-16.ts';
import {ROWS_17_TO_33} from './rows-17-to-33.ts';
import type {FamilyShape} from './shape.ts';

export {excludedFrom, markedIn, placeOf, planOf, purgersOf, ROLE_OF, words} from './shape.ts';
export type {FamilyShape, Kept, Someone} from './shape.ts';

export const FAMILY_SHAPES: readonly FamilyShape[] = [...ROWS_1_TO_16, ...ROWS_17_TO_33];
