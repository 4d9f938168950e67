export {Purges, type PurgeReport} from './purges.ts';
export type {PurgePorts} from './purge-ports.ts';
