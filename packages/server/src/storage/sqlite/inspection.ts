import {join} from 'node:path';
import {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {ChainedRow} from '../audit-chain.ts';
import type {StoredDocument} from '../plan-storage.ts';
import type {SealedRow, Sealing} from '../sealing.ts';
import {keyOf} from './contact-tables.ts';
import {DATABASE_FILE, isUpToDate} from './open-database.ts';
import {text} from './row.ts';
import {Tables} from './tables.ts';

/** A data folder that is looked at and never written to: all of it as it was at one moment, while others go on writing. */
export class Inspection {
  readonly #db: DatabaseSync;
  readonly #tables: Tables;

  constructor(folder: string, sealing: Sealing) {
    this.#db = new DatabaseSync(join(folder, DATABASE_FILE), {readOnly: true});
    try {
      if (!isUpToDate(this.#db)) {
        throw new Error(
          `${folder} was written by another version. Start that version's successor on it once.`,
        );
      }
      this.#tables = new Tables(this.#db, sealing);
      this.#db.exec('BEGIN');
    } catch (error) {
      this.#db.close();
      throw error;
    }
  }

  /** What the database itself finds wrong with its file. */
  damage(): string[] {
    const rows = this.#db.prepare('PRAGMA integrity_check(20)').all();
    return rows.map(row => text(row, 'integrity_check')).filter(line => line !== 'ok');
  }

  plans(): PlanId[] {
    return this.#db
      .prepare('SELECT id FROM plan ORDER BY rowid')
      .all()
      .map(row => text(row, 'id'));
  }

  compartments(planId: PlanId): CompartmentId[] {
    return this.#tables.plans.compartments(planId).map(({id}) => id);
  }

  /** Values of the contact store, by the names of their keys. */
  contacts(planId: PlanId): CompartmentId[] {
    return this.#tables.contacts.idsOf(planId).map(keyOf);
  }

  /** Every sealed row under the key of a compartment but those of the audit. */
  *sealedRows(id: CompartmentId): Iterable<SealedRow> {
    for (const table of this.#tables.sealed) yield* table.sealedRows(id);
  }

  document(id: CompartmentId): StoredDocument | null {
    return this.#tables.documents.load(id);
  }

  /** Numbers of a document's log rows, oldest first. */
  logNumbers(id: CompartmentId): number[] {
    return this.#tables.documents.updateLog(id, 0, Number.MAX_SAFE_INTEGER).map(({seq}) => seq);
  }

  auditChain(planId: PlanId): Iterable<ChainedRow> {
    return this.#tables.audit.chain(planId);
  }

  auditHead(planId: PlanId): {readonly number: number; readonly hash: Uint8Array} | null {
    return this.#tables.audit.head(planId);
  }

  close(): void {
    this.#db.close();
  }
}
