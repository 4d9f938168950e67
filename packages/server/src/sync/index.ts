export {createSyncServer} from './create-sync-server.ts';
export {SYNC_LIMITS, type SyncLimits} from './limits.ts';
export {StorageDirectory, type SignInRules} from './storage-directory.ts';
export type {OpenVoiceSession, PlanAccess, SyncDirectory, TicketHolder} from './sync-directory.ts';
export {refuseUpgrade} from './upgrade-request.ts';
export type {CopiedRun} from './copy-watch.ts';
export type {CopyTarget} from './copy-desk.ts';
export type {OwnChange, SyncPorts, SyncServer, Watcher} from './sync-server.ts';
export type {Sighted, TypedPart} from './write-watch.ts';
