export {KEYS_FILE, KeyRing} from './key-ring.ts';
export {KeyProblem} from './key-problem.ts';
export {makeMasterKey, readMasterKey} from './master-key.ts';
