import type {DatabaseSync, StatementSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import {StorageError, type NewPlan} from '../plan-storage.ts';
import type {CompartmentRecord, PlanChange, PlanRecord} from '../records.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {blob, bytesOf, integer, json, oneRow, text, wordsOf, type Row} from './row.ts';
import type {Transaction} from './transaction.ts';

/** Plans, each with the document under whose key it is kept. */
const PLAN = `SELECT plan.*, compartment.id AS shared FROM plan
  JOIN compartment ON compartment.plan_id = plan.id AND compartment.kind = 'shared'`;

/** Plans and their compartments. */
export class PlanTables implements SealedTable {
  readonly #db: DatabaseSync;
  readonly #transaction: Transaction;
  readonly #sealing: Sealing;
  /** Every statement so far, because preparing one costs more than running it. */
  readonly #statements = new Map<string, StatementSync>();

  constructor(db: DatabaseSync, transaction: Transaction, sealing: Sealing) {
    this.#db = db;
    this.#transaction = transaction;
    this.#sealing = sealing;
  }

  /** Writes a plan; `alsoWrite` runs in the same transaction. */
  createPlan({plan, compartments}: NewPlan, alsoWrite: () => void): void {
    const shared = compartments.find(one => one.kind === 'shared');
    if (shared === undefined) throw new StorageError('CONFLICT', plan.id);
    try {
      this.#transaction.run(() => {
        this.#sealing.prepare(compartments.map(({id}) => id));
        this.#prepare(
          'INSERT INTO plan (id, plan_type, stage, co_writing, body, created_at, version) VALUES (?,?,?,?,?,?,?)',
        ).run(
          plan.id,
          plan.planType,
          plan.stage,
          JSON.stringify(plan.coWriting),
          this.#sealFacts(shared.id, plan.facts),
          plan.createdAt,
          plan.version,
        );
        for (const compartment of compartments) this.addCompartment(compartment);
        alsoWrite();
      });
    } catch (error) {
      throw asConflict(error, plan.id);
    }
  }

  plan(id: PlanId): PlanRecord | null {
    return oneRow(this.#prepare(`${PLAN} WHERE plan.id=?`).get(id), row => this.#readPlan(row));
  }

  plans(): PlanRecord[] {
    return this.#prepare(`${PLAN} ORDER BY plan.rowid`)
      .all()
      .map(row => this.#readPlan(row));
  }

  updatePlan(id: PlanId, expectedVersion: number, change: PlanChange): PlanRecord | null {
    return this.#transaction.run(() => {
      const row = this.#prepare(`${PLAN} WHERE plan.id=?`).get(id);
      if (row === undefined || integer(row, 'version') !== expectedVersion) return null;
      const plan = this.#readPlan(row);
      const next = {...plan, ...change, version: plan.version + 1};
      this.#prepare('UPDATE plan SET stage=?, co_writing=?, body=?, version=? WHERE id=?').run(
        next.stage,
        JSON.stringify(next.coWriting),
        this.#sealFacts(text(row, 'shared'), next.facts),
        next.version,
        id,
      );
      return next;
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

  /** Adds a compartment, or changes who receives it and its lineage. Gives whether it has other readers now than before. */
  putCompartment(compartment: CompartmentRecord): boolean {
    const audience = compartment.audience === null ? null : JSON.stringify(compartment.audience);
    const before = this.#prepare('SELECT audience FROM compartment WHERE id=?').get(compartment.id);
    const changed = this.#prepare(
      'UPDATE compartment SET audience=?, epoch=?, schema_version=? WHERE id=? AND plan_id=?',
    ).run(audience, compartment.epoch, compartment.schemaVersion, compartment.id, compartment.planId).changes;
    if (changed === 0) this.addCompartment(compartment);
    return before !== undefined && before['audience'] !== audience;
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#prepare(`${PLAN} WHERE compartment.id=?`).all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void =>
        void this.#prepare('UPDATE plan SET body=? WHERE id=?').run(body, id);
      yield {kind: 'facts', name: `plan ${id}`, bytes: blob(row, 'body'), put};
    }
  }

  #readPlan(row: Row): PlanRecord {
    const facts = this.#sealing.open(text(row, 'shared'), 'facts', blob(row, 'body'));
    return {
      id: text(row, 'id'),
      planType: text(row, 'plan_type'),
      stage: text(row, 'stage'),
      coWriting: json(row, 'co_writing'),
      facts: wordsOf(facts),
      createdAt: integer(row, 'created_at'),
      version: integer(row, 'version'),
    };
  }

  #sealFacts(shared: CompartmentId, facts: string): Uint8Array {
    return this.#sealing.seal(shared, 'facts', bytesOf(facts));
  }

  #prepare(sql: string): StatementSync {
    const statement = this.#statements.get(sql) ?? this.#db.prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }
}

/** Turns a broken uniqueness or reference into the storage's own failure; other failures pass through. */
function asConflict(error: unknown, id: string): unknown {
  const constraint = error instanceof Error && error.message.includes('constraint failed');
  return constraint ? new StorageError('CONFLICT', id) : error;
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
