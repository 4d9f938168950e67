import type {DatabaseSync} from 'node:sqlite';
import type {AttachmentRecord} from '../attachment-record.ts';
import type {NewPlan} from '../plan-storage.ts';
import type {PositionRecord} from '../position-record.ts';
import type {ProposalRecord} from '../proposal-record.ts';
import type {RecordChange} from '../record-change.ts';
import type {ScaleRecord} from '../scale-record.ts';
import type {SealedTable, Sealing} from '../sealing.ts';
import type {Upkeep} from '../upkeep.ts';
import {AuditTables} from './audit-tables.ts';
import {ContactTables} from './contact-tables.ts';
import {CopyTables} from './copy-tables.ts';
import {DocumentTables} from './document-tables.ts';
import {GlassTables} from './glass-tables.ts';
import {houseTables, type HouseTables} from './house-tables.ts';
import {ItemTables} from './item-tables.ts';
import {Leases} from './leases.ts';
import {PeopleTables} from './people-tables.ts';
import {PlanTables} from './plan-tables.ts';
import {PurgeTables} from './purge-tables.ts';
import {writeChanges} from './record-changes.ts';
import {ProofTables} from './proof-tables.ts';
import {SealedFiles} from './sealed-files.ts';
import {SealedRecords} from './sealed-records.ts';
import {SignInTables} from './sign-in-tables.ts';
import {SqliteUpkeep} from './sqlite-upkeep.ts';
import {talkTables, type TalkTables} from './talk-tables.ts';
import {Transaction} from './transaction.ts';
import {Vault} from './vault.ts';
import {WithholdingTables} from './withholding-tables.ts';

/** Every table of one database, put together, and what holds for a write to several of them. */
export class Tables {
  readonly plans: PlanTables;
  readonly people: PeopleTables;
  readonly items: ItemTables;
  readonly signIn: SignInTables;
  readonly proofs: ProofTables;
  readonly leases: Leases;
  readonly documents: DocumentTables;
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
  /** Whatever table holds something sealed stands here, or its rows are lost when a key is renewed. */
  readonly sealed: readonly SealedTable[];
  readonly vault: Vault;
  readonly upkeep: Upkeep;
  readonly #transaction: Transaction;

  constructor(db: DatabaseSync, sealing: Sealing) {
    const transaction = new Transaction(db);
    this.#transaction = transaction;
    this.leases = new Leases(db, transaction, () => {
      sealing.refresh();
    });
    this.plans = new PlanTables(db, transaction, sealing);
    this.people = new PeopleTables(db, transaction, sealing);
    this.items = new ItemTables(db);
    this.signIn = new SignInTables(db);
    this.proofs = new ProofTables(db);
    this.documents = new DocumentTables(db, this.leases, sealing, this.items);
    this.withholdings = new WithholdingTables(db, sealing);
    this.positions = new SealedRecords(db, sealing, 'position', 'position');
    this.scales = new SealedRecords(db, sealing, 'scale', 'scale');
    this.talk = talkTables(db, sealing);
    this.attachments = new SealedFiles(db, sealing, {
      table: 'attachment',
      body: 'attachment',
      bytes: 'recording',
    });
    this.houses = houseTables(db, sealing);
    this.proposals = new SealedRecords(db, sealing, 'proposal', 'proposal');
    this.contacts = new ContactTables(db, sealing);
    this.copies = new CopyTables(db, sealing);
    this.purges = new PurgeTables(db, sealing);
    this.glass = new GlassTables(db, sealing);
    this.audit = new AuditTables(db, sealing);
    const houses = [this.houses.help, this.houses.choices, this.houses.sessions];
    const {comments, disagreements, files, traces} = this.talk;
    const talk = [comments, disagreements, traces];
    const agreed = [this.positions, this.scales, this.proposals, ...talk, ...houses];
    const records = [this.withholdings, ...agreed, this.contacts, this.copies, this.purges, this.glass];
    this.sealed = [this.plans, this.people, this.documents, this.attachments, files, ...records];
    this.upkeep = new SqliteUpkeep(db, transaction, this.documents);
    this.vault = new Vault(db, transaction, sealing, this.sealed);
    transaction.onBegin = () => {
      if (this.leases.refresh()) this.documents.forget();
    };
  }

  /** Writes a plan with everything that comes into being with it. */
  createPlan(plan: NewPlan): void {
    this.together([], () => {
      this.plans.createPlan(plan, () => {
        for (const person of plan.participants) this.people.insert(person);
        for (const initial of plan.documents) this.documents.insertInitial(initial);
        this.write(plan.changes ?? []);
      });
    });
  }

  /** Does `work` and writes `changes` in one transaction; where `work` answers that it did nothing they aren't written. */
  together<T>(changes: readonly RecordChange[], work: () => T): T {
    const result = this.#keptOrForgotten(() =>
      this.#transaction.run(() => {
        const done = work();
        if (done !== null && done !== false) this.write(changes);
        return done;
      }),
    );
    this.vault.settle();
    return result;
  }

  /** Writes records. To be called inside {@link together}. */
  write(changes: readonly RecordChange[]): void {
    writeChanges(this, changes);
  }

  #keptOrForgotten<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      this.documents.forget();
      this.vault.forget();
      throw error;
    }
  }
}
