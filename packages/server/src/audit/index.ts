export {Audit, type Deed} from './audit.ts';
export {pageOf, readerAudit, type ReaderEntry} from './reader-audit.ts';
