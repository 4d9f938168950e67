export {isCheckOver, whoseCheck, type MapFacts} from './rule-check.ts';
export {wordingOf, type DangerPart, type Wording} from './wording.ts';
