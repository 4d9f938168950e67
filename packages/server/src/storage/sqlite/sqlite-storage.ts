/* eslint-disable @typescript-eslint/require-await -- async turns what SQLite throws into a rejection, as every other database has it */
import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';
import type {AuditPage} from '../audit-entry.ts';
import type {DocumentAppend, NewPlan, PlanStorage} from '../plan-storage.ts';
import type {RecordChange} from '../record-change.ts';
import type {
  AccessFields,
  CompartmentRecord,
  InviteRecord,
  ParticipantRecord,
  PlanChange,
  SessionRecord,
  SnapshotRow,
  TicketRecord,
} from '../records.ts';
import {unsealed, type Sealing} from '../sealing.ts';
import type {Upkeep} from '../upkeep.ts';
import {AuditTables} from './audit-tables.ts';
import {copyDatabase} from './copy-database.ts';
import {DocumentTables} from './document-tables.ts';
import {Leases} from './leases.ts';
import {openDatabase} from './open-database.ts';
import {PlanTables} from './plan-tables.ts';
import {writeChanges, type RecordTables} from './record-changes.ts';
import {SignInTables} from './sign-in-tables.ts';
import {SqliteUpkeep} from './sqlite-upkeep.ts';
import {Transaction} from './transaction.ts';
import {WithholdingTables} from './withholding-tables.ts';

type Changes = readonly RecordChange[];

const FILE = 'goldthread.db';

/**
 * {@link PlanStorage} in one SQLite file inside `folder`, which is made if it isn't there. Owns the connection.
 * Every call does its work before it returns; the promises are there because other databases need them.
 */
export class SqliteStorage implements PlanStorage {
  readonly upkeep: Upkeep;
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly #plans: PlanTables;
  readonly #signIn: SignInTables;
  readonly #leases: Leases;
  readonly #documents: DocumentTables;
  readonly #records: RecordTables;
  readonly #transaction: Transaction;

  constructor(folder: string, sealing: Sealing = unsealed) {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    this.#file = join(folder, FILE);
    this.#db = openDatabase(this.#file);
    const transaction = new Transaction(this.#db);
    this.#transaction = transaction;
    this.#plans = new PlanTables(this.#db, transaction);
    this.#signIn = new SignInTables(this.#db);
    this.#leases = new Leases(this.#db, transaction);
    this.#documents = new DocumentTables(this.#db, transaction, this.#leases, sealing);
    this.upkeep = new SqliteUpkeep(this.#db, transaction, this.#documents);
    this.#records = {
      plans: this.#plans,
      signIn: this.#signIn,
      documents: this.#documents,
      withholdings: new WithholdingTables(this.#db, sealing),
      audit: new AuditTables(this.#db, sealing),
    };
  }

  async createPlan(plan: NewPlan) {
    try {
      this.#plans.createPlan(plan, () => {
        for (const initial of plan.documents) this.#documents.insertInitial(initial);
        writeChanges(this.#records, plan.changes ?? []);
      });
    } catch (error) {
      this.#documents.forget();
      throw error;
    }
  }

  async plan(id: PlanId) {
    return this.#plans.plan(id);
  }

  async plans() {
    return this.#plans.plans();
  }

  async updatePlan(id: PlanId, expectedVersion: number, change: PlanChange, changes: Changes = []) {
    return this.#together(changes, () => this.#plans.updatePlan(id, expectedVersion, change));
  }

  async participants(planId: PlanId) {
    return this.#plans.participants(planId);
  }

  async putParticipant(participant: ParticipantRecord) {
    this.#plans.putParticipant(participant);
  }

  async changeAccess(id: ParticipantId, change: AccessFields, changes: Changes = []) {
    return this.#together(changes, () => this.#plans.changeAccess(id, change));
  }

  async compartment(id: CompartmentId) {
    return this.#plans.compartment(id);
  }

  async compartments(planId: PlanId) {
    return this.#plans.compartments(planId);
  }

  async addCompartment(compartment: CompartmentRecord) {
    this.#plans.addCompartment(compartment);
  }

  async createInvite(invite: InviteRecord, changes: Changes = []) {
    this.#together(changes, () => {
      this.#signIn.createInvite(invite);
    });
  }

  async invite(tokenHash: string) {
    return this.#signIn.invite(tokenHash);
  }

  async useInvite(tokenHash: string, now: number) {
    return this.#signIn.useInvite(tokenHash, now);
  }

  async createSession(session: SessionRecord, changes: Changes = []) {
    this.#together(changes, () => {
      this.#signIn.createSession(session);
    });
  }

  async session(tokenHash: string) {
    return this.#signIn.session(tokenHash);
  }

  async sessionById(id: SessionId) {
    return this.#signIn.sessionById(id);
  }

  async sessions(planId: PlanId) {
    return this.#signIn.sessions(planId);
  }

  async touchSession(id: SessionId, now: number) {
    this.#signIn.touchSession(id, now);
  }

  async endSession(id: SessionId, now: number) {
    this.#signIn.endSession(id, now);
  }

  async createTicket(ticket: TicketRecord, changes: Changes = []) {
    return this.#together(changes, () => this.#signIn.createTicket(ticket));
  }

  async ticket(ticketHash: string) {
    return this.#signIn.ticket(ticketHash);
  }

  async bindings(compartmentId: CompartmentId, participantId?: ParticipantId) {
    return this.#signIn.bindings(compartmentId, participantId);
  }

  async items(planId: PlanId) {
    return this.#documents.items(planId);
  }

  async markReadBack(compartmentId: CompartmentId, itemIds: readonly string[]) {
    this.#documents.markReadBack(compartmentId, itemIds);
  }

  async acquireLease(planId: PlanId, owner: string, takeOver: boolean) {
    return this.#leases.acquire(planId, owner, takeOver);
  }

  async loadDocument(id: CompartmentId) {
    return this.#documents.load(id);
  }

  async commit(batch: readonly DocumentAppend[], changes: Changes = []) {
    this.#documents.commit(batch, () => {
      writeChanges(this.#records, changes);
    });
  }

  async record(changes: Changes) {
    await this.commit([], changes);
  }

  async withholdings(planId: PlanId) {
    return this.#records.withholdings.all(planId);
  }

  async audit(planId: PlanId, page: AuditPage = {}) {
    return this.#records.audit.page(planId, page);
  }

  async saveSnapshot(planId: PlanId, token: number, id: CompartmentId, snapshot: SnapshotRow) {
    this.#documents.saveSnapshot(planId, token, id, snapshot);
  }

  async updateLog(id: CompartmentId, afterSeq: number, limit: number) {
    return this.#documents.updateLog(id, afterSeq, limit);
  }

  async carry(id: CompartmentId) {
    return this.#documents.carry(id);
  }

  async refusals(id: CompartmentId) {
    return this.#documents.refusals(id);
  }

  async backup(folder: string) {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    await copyDatabase(this.#file, join(folder, FILE));
  }

  async close() {
    try {
      this.#documents.settle();
    } finally {
      this.#db.close();
    }
  }

  /** Does `work` and writes `changes` in one transaction; where `work` answers that it did nothing they aren't written. */
  #together<T>(changes: Changes, work: () => T): T {
    if (changes.length === 0) return work();
    try {
      return this.#transaction.run(() => {
        const result = work();
        if (result !== null && result !== false) writeChanges(this.#records, changes);
        return result;
      });
    } catch (error) {
      this.#documents.forget();
      throw error;
    }
  }
}
