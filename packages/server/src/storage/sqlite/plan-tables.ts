import type {DatabaseSync, StatementSync} from 'node:sqlite';
import type {CompartmentId, ParticipantId, PlanId} from '@goldthread/schema';
import {StorageError, type NewPlan} from '../plan-storage.ts';
import type {AccessFields, CompartmentRecord, ParticipantRecord, PlanChange, PlanRecord} from '../records.ts';
import {flag, integer, integerOrNull, json, oneRow, text, textOrNull, type Row} from './row.ts';
import type {Transaction} from './transaction.ts';

/** Plans, their people and their compartments. */
export class PlanTables {
  readonly #db: DatabaseSync;
  readonly #transaction: Transaction;

  constructor(db: DatabaseSync, transaction: Transaction) {
    this.#db = db;
    this.#transaction = transaction;
  }

  /** Writes a plan; `alsoWrite` runs in the same transaction. */
  createPlan({plan, participants, compartments}: NewPlan, alsoWrite: () => void): void {
    try {
      this.#transaction.run(() => {
        this.#prepare('INSERT INTO plan VALUES (?,?,?,?,?,?,?)').run(
          plan.id,
          plan.planType,
          plan.stage,
          JSON.stringify(plan.coWriting),
          plan.facts,
          plan.createdAt,
          plan.version,
        );
        for (const participant of participants) this.#insertParticipant(participant);
        for (const compartment of compartments) this.addCompartment(compartment);
        alsoWrite();
      });
    } catch (error) {
      throw asConflict(error, plan.id);
    }
  }

  plan(id: PlanId): PlanRecord | null {
    return oneRow(this.#prepare('SELECT * FROM plan WHERE id=?').get(id), readPlan);
  }

  plans(): PlanRecord[] {
    return this.#prepare('SELECT * FROM plan ORDER BY rowid').all().map(readPlan);
  }

  updatePlan(id: PlanId, expectedVersion: number, change: PlanChange): PlanRecord | null {
    return this.#transaction.run(() => {
      const plan = this.plan(id);
      if (plan?.version !== expectedVersion) return null;
      const next = {...plan, ...change, version: plan.version + 1};
      this.#prepare('UPDATE plan SET stage=?, co_writing=?, facts=?, version=? WHERE id=?').run(
        next.stage,
        JSON.stringify(next.coWriting),
        next.facts,
        next.version,
        id,
      );
      return next;
    });
  }

  participants(planId: PlanId): ParticipantRecord[] {
    return this.#prepare('SELECT * FROM participant WHERE plan_id=? ORDER BY rowid')
      .all(planId)
      .map(readParticipant);
  }

  putParticipant(participant: ParticipantRecord): void {
    this.#transaction.run(() => {
      const changed = this.#prepare(
        `UPDATE participant SET key=?, name=?, relationship=?, role=?, agency=?, lead=?, hidden_from=?,
         access_ends_at=? WHERE id=? AND plan_id=?`,
      ).run(...columnsOf(participant), participant.id, participant.planId).changes;
      if (changed === 0) this.#insertParticipant(participant);
    });
  }

  changeAccess(id: ParticipantId, change: AccessFields): ParticipantRecord | null {
    return this.#transaction.run(() => {
      const row = this.#prepare('SELECT * FROM participant WHERE id=?').get(id);
      if (row === undefined) return null;
      const changed = {...readParticipant(row), ...change};
      this.#prepare('UPDATE participant SET role=?, lead=?, access_ends_at=? WHERE id=?').run(
        changed.role,
        changed.lead ? 1 : 0,
        changed.accessEndsAt,
        id,
      );
      return changed;
    });
  }

  compartment(id: CompartmentId): CompartmentRecord | null {
    return oneRow(this.#prepare('SELECT * FROM compartment WHERE id=?').get(id), readCompartment);
  }

  compartments(planId: PlanId): CompartmentRecord[] {
    return this.#prepare('SELECT * FROM compartment WHERE plan_id=? ORDER BY rowid')
      .all(planId)
      .map(readCompartment);
  }

  addCompartment(compartment: CompartmentRecord): void {
    this.#prepare(
      `INSERT INTO compartment (id, plan_id, kind, audience, epoch, schema_version, created_at)
       VALUES (?,?,?,?,?,?,?)`,
    ).run(
      compartment.id,
      compartment.planId,
      compartment.kind,
      compartment.audience === null ? null : JSON.stringify(compartment.audience),
      compartment.epoch,
      compartment.schemaVersion,
      compartment.createdAt,
    );
  }

  /** Adds a compartment, or changes who receives it and its lineage. */
  putCompartment(compartment: CompartmentRecord): void {
    const audience = compartment.audience === null ? null : JSON.stringify(compartment.audience);
    const changed = this.#prepare(
      'UPDATE compartment SET audience=?, epoch=?, schema_version=? WHERE id=? AND plan_id=?',
    ).run(audience, compartment.epoch, compartment.schemaVersion, compartment.id, compartment.planId).changes;
    if (changed === 0) this.addCompartment(compartment);
  }

  #insertParticipant(participant: ParticipantRecord): void {
    this.#prepare(
      `INSERT INTO participant (key, name, relationship, role, agency, lead, hidden_from, access_ends_at, id, plan_id)
       VALUES (?,?,?,?,?,?,?,?,?,?)`,
    ).run(...columnsOf(participant), participant.id, participant.planId);
  }

  #prepare(sql: string): StatementSync {
    return this.#db.prepare(sql);
  }
}

/** Turns a broken uniqueness or reference into the storage's own failure; other failures pass through. */
function asConflict(error: unknown, id: string): unknown {
  const constraint = error instanceof Error && error.message.includes('constraint failed');
  return constraint ? new StorageError('CONFLICT', id) : error;
}

function columnsOf(participant: ParticipantRecord) {
  return [
    participant.key,
    participant.name,
    participant.relationship,
    participant.role,
    participant.agency ?? null,
    participant.lead ? 1 : 0,
    JSON.stringify(participant.hiddenFrom),
    participant.accessEndsAt,
  ] as const;
}

function readPlan(row: Row): PlanRecord {
  return {
    id: text(row, 'id'),
    planType: text(row, 'plan_type'),
    stage: text(row, 'stage'),
    coWriting: json(row, 'co_writing'),
    facts: text(row, 'facts'),
    createdAt: integer(row, 'created_at'),
    version: integer(row, 'version'),
  };
}

function readParticipant(row: Row): ParticipantRecord {
  const agency = textOrNull(row, 'agency');
  return {
    id: text(row, 'id'),
    planId: text(row, 'plan_id'),
    key: text(row, 'key'),
    name: text(row, 'name'),
    relationship: text(row, 'relationship'),
    role: text(row, 'role'),
    ...(agency === null ? {} : {agency}),
    lead: flag(row, 'lead'),
    hiddenFrom: json(row, 'hidden_from'),
    accessEndsAt: integerOrNull(row, 'access_ends_at'),
  };
}

/** Reads a row of the table `compartment`. */
export function readCompartment(row: Row): CompartmentRecord {
  return {
    id: text(row, 'id'),
    planId: text(row, 'plan_id'),
    kind: text(row, 'kind'),
    audience: row['audience'] === null ? null : json(row, 'audience'),
    epoch: integer(row, 'epoch'),
    schemaVersion: integer(row, 'schema_version'),
    createdAt: integer(row, 'created_at'),
  };
}
