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
