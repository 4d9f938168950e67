import type {
  AttachmentId,
  CompartmentId,
  ContactId,
  ItemId,
  ParticipantId,
  SessionId,
} from '@goldthread/schema';
import type {AttachmentRecord} from './attachment-record.ts';
import type {AuditEntry} from './audit-entry.ts';
import type {ChoiceRecord} from './choice-record.ts';
import type {CommentRecord} from './comment-record.ts';
import type {ContactRecord} from './contact-record.ts';
import type {CopyRecord} from './copy-record.ts';
import type {DisagreementFileRecord} from './disagreement-file-record.ts';
import type {DisagreementRecord} from './disagreement-record.ts';
import type {GlassRecord} from './glass-record.ts';
import type {HouseSessionRecord} from './house-session-record.ts';
import type {HelpRecord} from './help-record.ts';
import type {ChallengeRecord, CodeRecord, PasskeyRecord, SessionProof} from './proof-record.ts';
import type {PositionRecord} from './position-record.ts';
import type {ProposalRecord} from './proposal-record.ts';
import type {PurgeRecord} from './purge-record.ts';
import type {CompartmentRecord, ItemRecord} from './records.ts';
import type {ScaleRecord} from './scale-record.ts';
import type {DocumentName} from './upkeep.ts';
import type {TraceRecord} from './trace-record.ts';
import type {WithholdingRecord} from './withholding-record.ts';

/**
 * One change of a record, to be written with others in one transaction. `put` adds, or replaces by id; `append` only adds.
 * With `readBack` the words of items were read back to whose they are. With `once` an entry is left out where its session is known to have done the same in the same compartment.
 */
export type RecordChange =
  | {readonly kind: 'compartment'; readonly put: CompartmentRecord}
  | {readonly kind: 'item'; readonly put: ItemRecord}
  | {readonly kind: 'readBack'; readonly in: CompartmentId; readonly itemIds: readonly ItemId[]}
  | {readonly kind: 'hiding'; readonly hide: Hiding}
  | {readonly kind: 'room'; readonly narrow: RoomNarrowing}
  | {readonly kind: 'proof'; readonly prove: SessionProof}
  | {readonly kind: 'code'; readonly put: CodeRecord}
  | {readonly kind: 'code'; readonly use: Pick<CodeRecord, 'participantId' | 'hash'>}
  | {readonly kind: 'passkey'; readonly put: PasskeyRecord}
  | {readonly kind: 'challenge'; readonly put: ChallengeRecord}
  | {readonly kind: 'withholding'; readonly put: WithholdingRecord}
  | {readonly kind: 'contact'; readonly put: ContactRecord}
  | {readonly kind: 'contactGone'; readonly id: ContactId}
  | {readonly kind: 'copy'; readonly put: CopyRecord}
  | {readonly kind: 'copiesGone'; readonly of: CompartmentId}
  | {readonly kind: 'purge'; readonly put: PurgeRecord}
  | {readonly kind: 'position'; readonly put: PositionRecord}
  | {readonly kind: 'scale'; readonly put: ScaleRecord}
  | {readonly kind: 'disagreement'; readonly put: DisagreementRecord}
  | {readonly kind: 'disagreementFile'; readonly put: DisagreementFileRecord; readonly bytes?: Uint8Array}
  | {readonly kind: 'disagreementFileGone'; readonly id: AttachmentId}
  | {readonly kind: 'comment'; readonly put: CommentRecord}
  | {readonly kind: 'trace'; readonly put: TraceRecord}
  | {readonly kind: 'attachment'; readonly put: AttachmentRecord; readonly bytes?: Uint8Array}
  | {readonly kind: 'attachmentMoved'; readonly id: AttachmentId; readonly to: DocumentName}
  | {readonly kind: 'attachmentGone'; readonly id: AttachmentId}
  | {readonly kind: 'houseSession'; readonly put: HouseSessionRecord}
  | {readonly kind: 'help'; readonly put: HelpRecord}
  | {readonly kind: 'choice'; readonly put: ChoiceRecord}
  | {readonly kind: 'proposal'; readonly put: ProposalRecord}
  | {readonly kind: 'glass'; readonly put: GlassRecord}
  | {readonly kind: 'audit'; readonly append: AuditEntry; readonly once?: boolean};

/** From whom somebody is hidden from now on; nothing else of their record changes. */
export interface Hiding {
  readonly participantId: ParticipantId;
  readonly from: readonly ParticipantId[];
}

/** More people before the screen of a room session. There is no way back: a room session only ever shows less. */
export interface RoomNarrowing {
  readonly sessionId: SessionId;
  readonly present: readonly ParticipantId[];
  readonly hasStranger: boolean;
}
