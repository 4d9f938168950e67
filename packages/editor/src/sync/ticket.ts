import {SCHEMA_VERSION} from '@goldthread/schema/prosemirror';

/**
 * A client id issued by the server for one Y.Doc instance, and the right to open a socket under it. It serves
 * reconnects of that one document until the session ends; it never serves a second document.
 */
export interface Ticket {
  readonly ticket: string;
  readonly cid: number;
  /** Lineage of the compartment's document when the ticket was made. */
  readonly epoch: number;
  readonly schemaVersion: number;
}

/**
 * What the address of a socket says. The schema is the one that this page was built with, whatever the server has: a
 * page that is too old must be turned away before it receives a byte.
 */
export function socketParams({ticket, cid, epoch}: Ticket): Record<string, string> {
  return {ticket, cid: String(cid), epoch: String(epoch), schema: String(SCHEMA_VERSION)};
}
