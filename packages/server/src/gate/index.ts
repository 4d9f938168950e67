export {admit} from './admit.ts';
export {itemsChangedBy} from './changed-items.ts';
export {checkAfter} from './check-after.ts';
export {wordsAfter, wordsBefore, wordsNow, type ItemWords} from './item-words.ts';
export type {AdmittedUpdate, IdRange, NewItem} from './admitted-update.ts';
export {GATE_LIMITS, type GateLimits, type GatePolicy} from './policy.ts';
export {refusal, type Refusal} from './refusal.ts';
