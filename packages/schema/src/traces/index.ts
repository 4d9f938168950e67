export {coverageOf, type Covered, type KnownTrace, type TracedItem} from './coverage.ts';
export {EVERY_ITEM_TRACED, type CheckAnswer} from './every-item-traced.ts';
export {areSameWords, saidWords} from './said-words.ts';
export {TOLD_IN_TIME, type SaidOn} from './told-in-time.ts';
export {tracedItem} from './traced-item.ts';
export {isQuotable, mayQuote, mayTrace} from './who-may.ts';
