export type {AdmittedUpdate, IdRange, NewItem} from './admitted-update.ts';
export {GATE_LIMITS, type GateLimits, type GatePolicy} from './policy.ts';
export {REFUSAL_CODES, type Refusal, type RefusalCode} from './refusal.ts';
