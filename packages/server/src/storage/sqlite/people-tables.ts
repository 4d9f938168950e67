import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, ParticipantId, PlanId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {Hiding} from '../record-change.ts';
import type {AccessFields, ParticipantRecord} from '../records.ts';
import type {SealedRow, SealedTable, Sealing} from '../sealing.ts';
import {OpenedRows} from './opened-rows.ts';
import {blob, bytesOf, integerOrNull, text, wordsOf, type Row} from './row.ts';
import type {Transaction} from './transaction.ts';

/** What is sealed of a person: all but ids and the end of access. A role alone can tell that there is danger. */
type Sealed = Omit<ParticipantRecord, 'id' | 'planId' | 'accessEndsAt' | 'agency'> & {
  readonly agency?: string | null;
};

/** The people of plans, each sealed with the key of the plan's shared document. */
export class PeopleTables implements SealedTable {
  readonly #transaction: Transaction;
  readonly #sealing: Sealing;
  readonly #sql;
  /** Asked for by nearly every request. */
  readonly #opened = new OpenedRows<Sealed>();

  constructor(db: DatabaseSync, transaction: Transaction, sealing: Sealing) {
    this.#transaction = transaction;
    this.#sealing = sealing;
    this.#sql = prepare(db);
  }

  ofPlan(planId: PlanId): ParticipantRecord[] {
    return this.#sql.ofPlan.all(planId).map(row => this.#read(row));
  }

  /** Adds a person or replaces the record of one. */
  put(person: ParticipantRecord): void {
    this.#transaction.run(() => {
      if (!this.#update(person)) this.insert(person);
    });
  }

  /** To be called inside a transaction, once the plan has its shared document. */
  insert(person: ParticipantRecord): void {
    this.#sql.insert.run(...this.#columnsOf(person));
  }

  /** To be called inside a transaction. */
  hide({participantId, from}: Hiding): void {
    const row = this.#sql.byId.get(participantId);
    if (row === undefined) throw new StorageError('NOT_FOUND', participantId);
    this.#update({...this.#read(row), hiddenFrom: from});
  }

  changeAccess(id: ParticipantId, change: AccessFields): ParticipantRecord | null {
    return this.#transaction.run(() => {
      const row = this.#sql.byId.get(id);
      if (row === undefined) return null;
      const changed = {...this.#read(row), ...change};
      this.#update(changed);
      return changed;
    });
  }

  *sealedRows(compartment: CompartmentId): Iterable<SealedRow> {
    for (const row of this.#sql.ofShared.all(compartment)) {
      const id = text(row, 'id');
      const put = (body: Uint8Array): void => void this.#sql.setBody.run(body, id);
      yield {kind: 'person', name: `participant ${id}`, bytes: blob(row, 'body'), bound: bytesOf(id), put};
    }
  }

  #update(person: ParticipantRecord): boolean {
    return this.#sql.update.run(...this.#columnsOf(person)).changes === 1;
  }

  #columnsOf({id, planId, accessEndsAt, ...sealed}: ParticipantRecord) {
    const body = bytesOf(JSON.stringify(sealed satisfies Sealed));
    return [
      accessEndsAt,
      this.#sealing.seal(this.#sharedOf(planId), 'person', body, bytesOf(id)),
      id,
      planId,
    ] as const;
  }

  #read(row: Row): ParticipantRecord {
    const [id, bytes] = [text<ParticipantId>(row, 'id'), blob(row, 'body')];
    const {agency, ...sealed} = this.#opened.read(id, bytes, () => {
      const body = this.#sealing.open(text(row, 'shared'), 'person', bytes, bytesOf(id));
      // Only `put` and `insert` ever wrote here, or a migration, whose agency may be null.
      return JSON.parse(wordsOf(body)) as Sealed;
    });
    return {
      id,
      planId: text(row, 'plan_id'),
      ...sealed,
      ...(agency == null ? {} : {agency}),
      accessEndsAt: integerOrNull(row, 'access_ends_at'),
    };
  }

  #sharedOf(planId: PlanId): CompartmentId {
    const row = this.#sql.shared.get(planId);
    if (row === undefined) throw new StorageError('NOT_FOUND', planId);
    return text(row, 'id');
  }
}

function prepare(db: DatabaseSync) {
  const people = `SELECT participant.*, compartment.id AS shared FROM participant
    JOIN compartment ON compartment.plan_id = participant.plan_id AND compartment.kind = 'shared'`;
  return {
    ofPlan: db.prepare(`${people} WHERE participant.plan_id=? ORDER BY participant.rowid`),
    ofShared: db.prepare(`${people} WHERE compartment.id=?`),
    byId: db.prepare(`${people} WHERE participant.id=?`),
    insert: db.prepare('INSERT INTO participant (access_ends_at, body, id, plan_id) VALUES (?,?,?,?)'),
    update: db.prepare('UPDATE participant SET access_ends_at=?, body=? WHERE id=? AND plan_id=?'),
    setBody: db.prepare('UPDATE participant SET body=? WHERE id=?'),
    shared: db.prepare(`SELECT id FROM compartment WHERE plan_id=? AND kind='shared'`),
  };
}
