import type {CompartmentId} from '@goldthread/schema';
import type {Ticket} from './ticket.ts';

/** Why the server gave no answer that could be used. */
export type ApiProblem = 'offline' | 'signedOut' | 'gone' | 'broken';

/** The outcome of asking for a ticket. */
export type TicketAnswer =
  {readonly ok: true; readonly value: Ticket} | {readonly ok: false; readonly error: ApiProblem};

/** Asks for a ticket for one document; every call gives another client id. */
export type TicketSource = (compartment: CompartmentId) => Promise<TicketAnswer>;
