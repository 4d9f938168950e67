export {
  StorageError,
  type DocumentAppend,
  type InitialDocument,
  type NewPlan,
  type PlanStorage,
  type StorageErrorCode,
  type StoredDocument,
} from './plan-storage.ts';
export {itemFactsOf} from './item-facts.ts';
export {unsealed, type Sealing} from './sealing.ts';
export {SqliteStorage} from './sqlite/sqlite-storage.ts';
export type {
  AccessFields,
  CarryRange,
  ClientBinding,
  CompartmentRecord,
  Device,
  IdRange,
  InviteRecord,
  ItemRecord,
  Lease,
  ParticipantRecord,
  PlanChange,
  PlanRecord,
  RefusalRow,
  SessionRecord,
  SnapshotRow,
  StoredCompartmentKind,
  TicketRecord,
  UpdateKind,
  UpdateRow,
} from './records.ts';
