export {Audit, type Deed} from './audit.ts';
export {firstWritten, witnesses, type Witness} from './witnesses.ts';
export {pageOf, readerAudit, type ReaderEntry} from './reader-audit.ts';
