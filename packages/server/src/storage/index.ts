export {
  StorageError,
  type DocumentAppend,
  type InitialDocument,
  type NewPlan,
  type PlanStorage,
  type StorageErrorCode,
  type StoredDocument,
} from './plan-storage.ts';
export {compartmentFactsOf, itemFactsOf, readerOf, withProposals} from './access-facts.ts';
export {
  SealError,
  unsealed,
  type SealErrorCode,
  type SealedKind,
  type SealedRow,
  type Sealing,
} from './sealing.ts';
export {CHAIN_START, chainHash, type AuditRow, type ChainedRow} from './audit-chain.ts';
export {Inspection} from './sqlite/inspection.ts';
export {closeWhatWasOpen} from './sqlite/after-restore.ts';
export {copyDatabase} from './sqlite/copy-database.ts';
export {DATABASE_FILE} from './sqlite/open-database.ts';
export {isSealed} from './sqlite/is-sealed.ts';
export {SqliteStorage} from './sqlite/sqlite-storage.ts';
export type {CopyId, CopyRecord} from './copy-record.ts';
export type {DocumentName, TicketAge, Upkeep} from './upkeep.ts';
export type {AuditEntry, AuditPage} from './audit-entry.ts';
export type {CommentAnchor, CommentRecord} from './comment-record.ts';
export type {DisagreementEntry, DisagreementRecord} from './disagreement-record.ts';
export {
  DISAGREEMENT_FILE_TYPES,
  FILE_PLACES,
  type DisagreementFileRecord,
  type DisagreementFileType,
  type FilePlace,
} from './disagreement-file-record.ts';
export {FILE_BYTES, fileType, soundType} from './files/index.ts';
export type {ContactRecord, Sighting} from './contact-record.ts';
export type {ChallengeRecord, CodeRecord, PasskeyRecord, Proof, ProofKind, Proofs} from './proof-record.ts';
export type {PositionRecord} from './position-record.ts';
export {proposalRoot, type ProposalRecord, type StepTaken} from './proposal-record.ts';
export type {Rater, Rating, Reveal, ScaleRecord} from './scale-record.ts';
export type {PurgeRecord, PurgeState} from './purge-record.ts';
export {
  GLASS_OUTCOMES,
  GLASS_REASONS,
  type Emergency,
  type GlassId,
  type GlassOutcome,
  type GlassReason,
  type GlassRecord,
  type GlassReview,
} from './glass-record.ts';
export {ATTACHMENT_TYPES, type AttachmentRecord, type AttachmentType} from './attachment-record.ts';
export {
  HOUSE_SESSION_MS,
  NEW_HOUSE_SESSION,
  endOf,
  isGoingOn,
  isWriting,
  type HouseSessionItem,
  type HouseSessionRecord,
  type HouseSessionWords,
  type Presentation,
} from './house-session-record.ts';
export type {StoredRecords} from './stored-records.ts';
export {
  NOTHING_DECIDED,
  readersByDecision,
  untoldReaders,
  type ChoiceRecord,
  type Override,
} from './choice-record.ts';
export type {HelpDecision, HelpRecord} from './help-record.ts';
export type {TraceEntry, TraceRecord} from './trace-record.ts';
export type {Hiding, RecordChange, RoomNarrowing} from './record-change.ts';
export {
  isInForce,
  type FormerPlace,
  type HiddenReader,
  type WithholdingRecord,
  type ReaderAsked,
  type WithholdingStatus,
} from './withholding-record.ts';
export {renewKeysWithout} from './keys-without.ts';
export {emergenciesOf, sealedFactsOf} from './emergencies.ts';
export type {CarryRange} from '../authorship/index.ts';
export type {IdRange} from '../gate/index.ts';
export type {
  AccessFields,
  ClientBinding,
  CompartmentRecord,
  Device,
  InviteRecord,
  ItemRecord,
  Lease,
  ParticipantRecord,
  PlanChange,
  PlanRecord,
  RefusalRow,
  SessionReach,
  SessionRecord,
  SnapshotRow,
  StoredCompartmentKind,
  TicketRecord,
  UpdateKind,
  UpdateRow,
} from './records.ts';
