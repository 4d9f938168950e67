export {copyKeys, keyIdsIn, purgesSince} from './copy-keys.ts';
export {keyIdOf} from './data-key.ts';
export {KEYS_FILE, KeyRing, type KeyRingOptions} from './key-ring.ts';
export {KeyProblem} from './key-problem.ts';
export {PurgeLedger, purgeLedgerFile, type PurgeNote} from './purge-ledger.ts';
export {makeMasterKey, readMasterKey} from './master-key.ts';
