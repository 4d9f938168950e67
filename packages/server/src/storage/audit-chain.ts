import {createHash} from 'node:crypto';
import type {CompartmentId, PlanId} from '@goldthread/schema';

/** One row of a plan's audit as it is stored. Everything that it says but for when and where is sealed. */
export interface AuditRow {
  readonly planId: PlanId;
  /** 1, 2, 3... within the plan. Never leaves the server: a gap would tell that something is there. */
  readonly number: number;
  readonly at: number;
  readonly compartmentId: CompartmentId | null;
  readonly body: Uint8Array;
}

/** A row with its place in the chain, and the compartment under whose key its body is. */
export interface ChainedRow extends AuditRow {
  readonly hash: Uint8Array;
  readonly sealedWith: CompartmentId;
}

/** What the first row of a plan is chained to. */
export const CHAIN_START: Uint8Array = new Uint8Array(32);

/**
 * The hash of a row, which is over all that is stored of it and the hash of the row before: whoever changes, adds or
 * takes out a row breaks the chain from there on. It is over sealed bytes, so that checking it needs no key.
 */
export function chainHash(before: Uint8Array, row: AuditRow): Uint8Array {
  const {planId, number, at, compartmentId, body} = row;
  return createHash('sha256')
    .update(before)
    .update(JSON.stringify([planId, number, at, compartmentId]))
    .update('\0')
    .update(body)
    .digest();
}
