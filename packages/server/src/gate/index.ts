export {admit} from './admit.ts';
export {checkAfter} from './check-after.ts';
export type {AdmittedUpdate, IdRange, NewItem} from './admitted-update.ts';
export {GATE_LIMITS, type GateLimits, type GatePolicy} from './policy.ts';
export type {Refusal} from './refusal.ts';
