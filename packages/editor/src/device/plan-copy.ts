import type {CompartmentId} from '@goldthread/schema';
import type {DocCopy} from '../sync/doc-copy.ts';

/** What an own device keeps of one plan for one person, all of it encrypted. */
export interface PlanCopy {
  /** The copy of one document; the same object each time. */
  doc(compartment: CompartmentId): DocCopy;
  /** Facts of the plan, so that the page opens without a connection. */
  loadFacts(): Promise<unknown>;
  keepFacts(facts: unknown): void;
  /** The server answered: the copy stays readable for the whole limit from now. */
  noteContact(): void;
  /** Resolves when all that was to be kept is kept. */
  settle(): Promise<void>;
  /** Removes everything: sign-out, revocation, expiry. */
  drop(): Promise<void>;
}
