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
import {copyDatabase} from './copy-database.ts';
import {DATABASE_FILE, openDatabase} from './open-database.ts';
import {Tables} from './tables.ts';

type Changes = readonly RecordChange[];

/**
 * {@link PlanStorage} in one SQLite file inside `folder`, which is made if it isn't there. Owns the connection.
 * Every call does its work before it returns; the promises are there because other databases need them.
 */
export class SqliteStorage implements PlanStorage {
  readonly houses: PlanStorage['houses'];
  readonly positions: PlanStorage['positions'];
  readonly talk: PlanStorage['talk'];
  readonly proofs: PlanStorage['proofs'];
  readonly scales: PlanStorage['scales'];
  readonly proposals: PlanStorage['proposals'];
  readonly upkeep: PlanStorage['upkeep'];
  readonly attachments: PlanStorage['attachments'];
  readonly #file: string;
  readonly #db: DatabaseSync;
  readonly #sealing: Sealing;
  readonly #tables: Tables;

  constructor(folder: string, sealing: Sealing = unsealed) {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    this.#file = join(folder, DATABASE_FILE);
    this.#db = openDatabase(this.#file);
    this.#sealing = sealing;
    try {
      this.#tables = new Tables(this.#db, sealing);
      this.proofs = this.#tables.proofs;
      this.scales = this.#tables.scales;
      this.houses = this.#tables.houses;
      this.positions = id => this.#tables.positions.of(id);
      this.talk = this.#tables.talk;
      this.proposals = this.#tables.proposals;
      this.attachments = this.#tables.attachments;
      this.upkeep = this.#tables.upkeep;
      this.#tables.vault.open();
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  async createPlan(plan: NewPlan) {
    this.#tables.createPlan(plan);
  }

  async plan(id: PlanId) {
    return this.#tables.plans.plan(id);
  }

  async plans() {
    return this.#tables.plans.plans();
  }

  async updatePlan(id: PlanId, expectedVersion: number, change: PlanChange, changes: Changes = []) {
    return this.#tables.together(changes, () => this.#tables.plans.updatePlan(id, expectedVersion, change));
  }

  async participants(planId: PlanId) {
    return this.#tables.people.ofPlan(planId);
  }

  async putParticipant(participant: ParticipantRecord) {
    this.#tables.people.put(participant);
  }

  async changeAccess(id: ParticipantId, change: AccessFields, changes: Changes = []) {
    return this.#tables.together(changes, () => this.#tables.people.changeAccess(id, change));
  }

  async compartment(id: CompartmentId) {
    return this.#tables.plans.compartment(id);
  }

  async compartments(planId: PlanId) {
    return this.#tables.plans.compartments(planId);
  }

  async addCompartment(compartment: CompartmentRecord) {
    this.#tables.plans.addCompartment(compartment);
  }

  async createInvite(invite: InviteRecord, changes: Changes = []) {
    this.#tables.together(changes, () => {
      this.#tables.signIn.createInvite(invite);
    });
  }

  async invite(tokenHash: string) {
    return this.#tables.signIn.invite(tokenHash);
  }

  async useInvite(tokenHash: string, now: number) {
    return this.#tables.signIn.useInvite(tokenHash, now);
  }

  async createSession(session: SessionRecord, changes: Changes = []) {
    this.#tables.together(changes, () => {
      this.#tables.signIn.createSession(session);
    });
  }

  async session(tokenHash: string) {
    return this.#tables.signIn.session(tokenHash);
  }

  async sessionById(id: SessionId) {
    return this.#tables.signIn.sessionById(id);
  }

  async sessions(planId: PlanId) {
    return this.#tables.signIn.sessions(planId);
  }

  async touchSession(id: SessionId, now: number) {
    this.#tables.signIn.touchSession(id, now);
  }

  async endSession(id: SessionId, now: number) {
    this.#tables.signIn.endSession(id, now);
  }

  async createTicket(ticket: TicketRecord, changes: Changes = [], most?: number) {
    const bind = () => this.#tables.signIn.createTicket(ticket, most);
    return this.#tables.together(changes, bind) ?? this.#tables.signIn.whyNotBound(ticket, most);
  }

  async ticket(ticketHash: string) {
    return this.#tables.signIn.ticket(ticketHash);
  }

  async bindings(compartmentId: CompartmentId, participantId?: ParticipantId) {
    return this.#tables.signIn.bindings(compartmentId, participantId);
  }

  async items(planId: PlanId) {
    return this.#tables.items.ofPlan(planId);
  }

  async acquireLease(planId: PlanId, owner: string, takeOver: boolean) {
    return this.#tables.leases.acquire(planId, owner, takeOver);
  }

  async loadDocument(id: CompartmentId) {
    return this.#tables.documents.load(id);
  }

  async commit(batch: readonly DocumentAppend[], changes: Changes = []) {
    // Records first: what they make may be what the documents need.
    this.#tables.together([], () => {
      this.#tables.write(changes);
      this.#tables.documents.append(batch);
    });
  }

  async record(changes: Changes) {
    await this.commit([], changes);
  }

  async withholdings(planId: PlanId) {
    return this.#tables.withholdings.all(planId);
  }

  async contacts(planId: PlanId) {
    return this.#tables.contacts.ofPlan(planId);
  }

  async copies(planId: PlanId) {
    return this.#tables.copies.ofPlan(planId);
  }

  async purges() {
    return this.#tables.purges.all();
  }

  async glass(planId: PlanId, endingAfter: number) {
    return this.#tables.glass.endingAfter(planId, endingAfter);
  }

  async audit(planId: PlanId, page: AuditPage = {}) {
    return this.#tables.audit.page(planId, page);
  }

  async rotateKey(id: CompartmentId, purgedAt?: number) {
    this.#tables.vault.rotate(id, purgedAt);
  }

  async saveSnapshot(planId: PlanId, token: number, id: CompartmentId, snapshot: SnapshotRow) {
    this.#tables.together([], () => {
      this.#tables.documents.saveSnapshot(planId, token, id, snapshot);
    });
  }

  async updateLog(id: CompartmentId, afterSeq: number, limit: number) {
    return this.#tables.documents.updateLog(id, afterSeq, limit);
  }

  async carry(id: CompartmentId) {
    return this.#tables.documents.carry(id);
  }

  async refusals(id: CompartmentId) {
    return this.#tables.documents.refusals(id);
  }

  async backup(folder: string) {
    mkdirSync(folder, {recursive: true, mode: 0o700});
    await this.#sealing.copyTo(folder, () => copyDatabase(this.#file, join(folder, DATABASE_FILE)));
  }

  async close() {
    try {
      this.#tables.together([], () => {
        this.#tables.documents.settle();
      });
    } finally {
      this.#db.close();
      this.#sealing.close();
    }
  }
}
