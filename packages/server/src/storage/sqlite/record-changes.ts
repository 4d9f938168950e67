import {assertNever} from '@goldthread/schema';
import type {RecordChange} from '../record-change.ts';
import type {AuditTables} from './audit-tables.ts';
import type {DocumentTables} from './document-tables.ts';
import type {PlanTables} from './plan-tables.ts';
import type {SignInTables} from './sign-in-tables.ts';
import type {WithholdingTables} from './withholding-tables.ts';

/** The tables into which records go. */
export interface RecordTables {
  readonly plans: PlanTables;
  readonly signIn: SignInTables;
  readonly documents: DocumentTables;
  readonly withholdings: WithholdingTables;
  readonly audit: AuditTables;
}

/** Writes each change into its table. To be called inside a transaction. */
export function writeChanges(tables: RecordTables, changes: readonly RecordChange[]): void {
  for (const change of changes) {
    switch (change.kind) {
      case 'compartment':
        tables.plans.putCompartment(change.put);
        break;
      case 'item':
        tables.documents.putItem(change.put);
        break;
      case 'room':
        tables.signIn.narrowRoom(change.narrow);
        break;
      case 'withholding':
        tables.withholdings.put(change.put);
        break;
      case 'audit':
        tables.audit.append(change.append, change.once ?? false);
        break;
      default:
        assertNever(change);
    }
  }
}
