import type {CompartmentId, PlanId} from '@goldthread/schema';
import type {DocCopy} from './doc-copy.ts';

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

/** Which copy is meant. */
export interface PlanCopyOptions {
  readonly planId: PlanId;
  readonly participantId: string;
  /** Hours for which the copy stays readable after the last contact; null opens only a copy that exists. */
  readonly limitHours: number | null;
  readonly now: () => Date;
}

/** Where copies are kept. A page that is given none keeps nothing. */
export interface PlanCopies {
  /** Null where there is nothing and nothing may be made. A copy whose time is over is removed, never read. */
  open(options: PlanCopyOptions): Promise<PlanCopy | null>;
  /** Removes what is kept of a plan for one person. */
  drop(planId: PlanId, participantId: string): Promise<void>;
  /** Removes every copy whose time is over, whoever it belonged to. */
  dropExpired(now: Date): Promise<void>;
}
