import {assertNever} from '@goldthread/schema';
import type {AttachmentRecord} from '../attachment-record.ts';
import type {PositionRecord} from '../position-record.ts';
import type {ProposalRecord} from '../proposal-record.ts';
import type {RecordChange} from '../record-change.ts';
import type {ScaleRecord} from '../scale-record.ts';
import type {AuditTables} from './audit-tables.ts';
import {keyOf, type ContactTables} from './contact-tables.ts';
import type {CopyTables} from './copy-tables.ts';
import type {GlassTables} from './glass-tables.ts';
import type {HouseTables} from './house-tables.ts';
import type {ItemTables} from './item-tables.ts';
import type {PeopleTables} from './people-tables.ts';
import type {PlanTables} from './plan-tables.ts';
import type {ProofTables} from './proof-tables.ts';
import type {PurgeTables} from './purge-tables.ts';
import type {SealedFiles} from './sealed-files.ts';
import type {SealedRecords} from './sealed-records.ts';
import type {SignInTables} from './sign-in-tables.ts';
import {putDisagreement, type TalkTables} from './talk-tables.ts';
import type {Vault} from './vault.ts';
import type {WithholdingTables} from './withholding-tables.ts';

/** The tables into which records go. */
export interface RecordTables {
  readonly plans: PlanTables;
  readonly people: PeopleTables;
  readonly signIn: SignInTables;
  readonly proofs: ProofTables;
  readonly items: ItemTables;
  readonly withholdings: WithholdingTables;
  readonly positions: SealedRecords<PositionRecord>;
  readonly scales: SealedRecords<ScaleRecord>;
  readonly talk: TalkTables;
  readonly attachments: SealedFiles<AttachmentRecord>;
  readonly houses: HouseTables;
  readonly proposals: SealedRecords<ProposalRecord>;
  readonly contacts: ContactTables;
  readonly copies: CopyTables;
  readonly purges: PurgeTables;
  readonly glass: GlassTables;
  readonly audit: AuditTables;
  readonly vault: Vault;
}

/** Writes each change into its table. To be called inside a transaction. */
export function writeChanges(tables: RecordTables, changes: readonly RecordChange[]): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'compartment':
        // Whoever isn't among the readers any more must not have had the key under which they write now.
        if (tables.plans.putCompartment(change.put)) tables.vault.renew(change.put.id);
        break;
      case 'item':
        tables.items.put(change.put);
        break;
      case 'readBack':
        tables.items.markReadBack(change.in, change.itemIds);
        break;
      case 'hiding':
        tables.people.hide(change.hide);
        break;
      case 'room':
        tables.signIn.narrowRoom(change.narrow);
        break;
      case 'proof':
        tables.proofs.proveSession(change.prove);
        break;
      case 'code':
        if ('put' in change) tables.proofs.putCode(change.put);
        else tables.proofs.useCode(change.use);
        break;
      case 'passkey':
        tables.proofs.putPasskey(change.put);
        break;
      case 'challenge':
        tables.proofs.putChallenge(change.put);
        break;
      case 'withholding':
        tables.withholdings.put(change.put);
        break;
      case 'position':
        tables.positions.put(change.put);
        break;
      case 'scale':
        tables.scales.put(change.put);
        break;
      case 'comment':
        tables.talk.comments.put(change.put);
        break;
      case 'attachment':
        tables.attachments.put(change.put, change.bytes ?? null);
        break;
      case 'attachmentMoved':
        tables.attachments.move(change.id, change.to);
        break;
      case 'attachmentGone':
        tables.attachments.remove(change.id);
        break;
      case 'disagreement':
        putDisagreement(tables.talk, change.put);
        break;
      case 'disagreementFile':
        tables.talk.files.put(change.put, change.bytes ?? null);
        break;
      case 'disagreementFileGone':
        tables.talk.files.remove(change.id);
        break;
      case 'trace':
        tables.talk.traces.put(change.put);
        break;
      case 'houseSession':
        tables.houses.sessions.put(change.put);
        break;
      case 'help':
        tables.houses.help.put(change.put);
        break;
      case 'choice':
        tables.houses.choices.put(change.put);
        break;
      case 'proposal':
        tables.proposals.put(change.put);
        break;
      case 'contact':
        if (tables.contacts.put(change.put)) tables.vault.renew(keyOf(change.put.id));
        break;
      case 'contactGone':
        tables.contacts.remove(change.id);
        tables.vault.renew(keyOf(change.id));
        break;
      case 'copy':
        tables.copies.add(change.put);
        break;
      case 'copiesGone':
        tables.copies.removeOf(change.of);
        break;
      case 'purge':
        tables.purges.put(change.put);
        break;
      case 'glass':
        tables.glass.put(change.put);
        break;
      case 'audit':
        tables.audit.append(change.append, change.once ?? false);
        break;
      default:
        assertNever(change);
    }
  }
}
