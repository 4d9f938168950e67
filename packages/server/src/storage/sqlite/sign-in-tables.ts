import type {DatabaseSync} from 'node:sqlite';
import type {CompartmentId, ParticipantId, PlanId, SessionId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {RoomNarrowing} from '../record-change.ts';
import type {ClientBinding, InviteRecord, SessionRecord, TicketRecord} from '../records.ts';
import {flag, integer, integerOrNull, oneRow, text, textOrNull, type Row} from './row.ts';

const TICKET = `SELECT ticket.*, compartment.id AS compartment_id
  FROM ticket JOIN compartment ON compartment.doc = ticket.doc`;

const TICKETS_OF =
  'SELECT count(*) FROM ticket WHERE ticket.doc=compartment.doc AND ticket.session_id=? AND ticket.epoch=?';

/** Invites, sessions and tickets. Statements are prepared once, since every socket that opens asks them. */
export class SignInTables {
  readonly #db: DatabaseSync;
  readonly #ticket;
  readonly #bindings;
  readonly #allBindings;
  readonly #session;
  readonly #sessionById;
  readonly #createTicket;
  readonly #ticketsOf;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#ticket = db.prepare(`${TICKET} WHERE ticket_hash=?`);
    this.#bindings = db.prepare(
      `${TICKET} WHERE compartment.id=? AND participant_id=? ORDER BY ticket.rowid`,
    );
    this.#allBindings = db.prepare(`${TICKET} WHERE compartment.id=? ORDER BY ticket.rowid`);
    this.#session = db.prepare('SELECT * FROM session WHERE token_hash=?');
    this.#sessionById = db.prepare('SELECT * FROM session WHERE id=?');
    this.#createTicket = db.prepare(
      `INSERT INTO ticket (ticket_hash, plan_id, doc, participant_id, session_id, cid, epoch, created_at)
       SELECT ?, ?, doc, ?, ?, ?, ?, ? FROM compartment WHERE id=? AND plan_id=? AND (${TICKETS_OF}) < ?
       ON CONFLICT (doc, cid) DO NOTHING`,
    );
    this.#ticketsOf = db.prepare(`SELECT (${TICKETS_OF}) AS count FROM compartment WHERE id=?`);
  }

  createInvite(invite: InviteRecord): void {
    this.#db
      .prepare('INSERT INTO invite VALUES (?,?,?,?,?,?,?,?)')
      .run(
        invite.tokenHash,
        invite.planId,
        invite.participantId,
        invite.confirmed ? 1 : 0,
        invite.issuedBy,
        invite.createdAt,
        invite.expiresAt,
        invite.usedAt,
      );
  }

  invite(tokenHash: string): InviteRecord | null {
    return oneRow(this.#db.prepare('SELECT * FROM invite WHERE token_hash=?').get(tokenHash), readInvite);
  }

  useInvite(tokenHash: string, now: number): InviteRecord | null {
    const row = this.#db
      .prepare(
        'UPDATE invite SET used_at=? WHERE token_hash=? AND used_at IS NULL AND expires_at > ? RETURNING *',
      )
      .get(now, tokenHash, now);
    return oneRow(row, readInvite);
  }

  createSession(session: SessionRecord): void {
    this.#db
      .prepare('INSERT INTO session VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)')
      .run(
        session.id,
        session.tokenHash,
        session.planId,
        session.participantId,
        session.device,
        session.confirmed ? 1 : 0,
        session.createdAt,
        session.expiresAt,
        session.lastSeenAt,
        session.endedAt,
        session.present && JSON.stringify(session.present),
        session.hasStranger ? 1 : 0,
        session.invitedBy,
        session.proof?.at ?? null,
        session.proof?.by ?? null,
      );
  }

  /** To be called inside a transaction. */
  narrowRoom({sessionId, present, hasStranger}: RoomNarrowing): void {
    const before = this.sessionById(sessionId)?.present ?? null;
    if (before === null) throw new StorageError('NOT_FOUND', sessionId);
    const all = JSON.stringify([...new Set([...before, ...present])]);
    this.#db
      .prepare('UPDATE session SET present=?, has_stranger=max(has_stranger, ?) WHERE id=?')
      .run(all, hasStranger ? 1 : 0, sessionId);
  }

  session(tokenHash: string): SessionRecord | null {
    return oneRow(this.#session.get(tokenHash), readSession);
  }

  sessionById(id: SessionId): SessionRecord | null {
    return oneRow(this.#sessionById.get(id), readSession);
  }

  sessions(planId: PlanId): SessionRecord[] {
    return this.#db
      .prepare('SELECT * FROM session WHERE plan_id=? ORDER BY rowid')
      .all(planId)
      .map(readSession);
  }

  touchSession(id: SessionId, now: number): void {
    this.#db.prepare('UPDATE session SET last_seen_at=? WHERE id=?').run(now, id);
  }

  endSession(id: SessionId, now: number): void {
    this.#db.prepare('UPDATE session SET ended_at=? WHERE id=? AND ended_at IS NULL').run(now, id);
  }

  /** `null` where it isn't bound, for whichever reason. */
  createTicket(ticket: TicketRecord, most = Number.MAX_SAFE_INTEGER): 'bound' | null {
    const {changes} = this.#createTicket.run(
      ticket.ticketHash,
      ticket.planId,
      ticket.participantId,
      ticket.sessionId,
      ticket.cid,
      ticket.epoch,
      ticket.createdAt,
      ticket.compartmentId,
      ticket.planId,
      ticket.sessionId,
      ticket.epoch,
      most,
    );
    if (changes === 1) return 'bound';
    if (this.#db.prepare('SELECT 1 FROM compartment WHERE id=?').get(ticket.compartmentId) === undefined) {
      throw new StorageError('NOT_FOUND', ticket.compartmentId);
    }
    return null;
  }

  /** Why a ticket wasn't bound: its session has as many for the document as it is, or somebody has its client id. */
  whyNotBound(ticket: TicketRecord, most = Number.MAX_SAFE_INTEGER): 'taken' | 'full' {
    const {sessionId, epoch, compartmentId} = ticket;
    const count = Number(this.#ticketsOf.get(sessionId, epoch, compartmentId)?.['count'] ?? 0);
    return count < most ? 'taken' : 'full';
  }

  ticket(ticketHash: string): TicketRecord | null {
    return oneRow(this.#ticket.get(ticketHash), readTicket);
  }

  bindings(compartmentId: CompartmentId, participantId?: ParticipantId): ClientBinding[] {
    const rows =
      participantId === undefined
        ? this.#allBindings.all(compartmentId)
        : this.#bindings.all(compartmentId, participantId);
    return rows.map(row => ({
      cid: integer(row, 'cid'),
      participantId: text(row, 'participant_id'),
      sessionId: text(row, 'session_id'),
    }));
  }
}

function readInvite(row: Row): InviteRecord {
  return {
    tokenHash: text(row, 'token_hash'),
    planId: text(row, 'plan_id'),
    participantId: text(row, 'participant_id'),
    confirmed: flag(row, 'confirmed'),
    issuedBy: textOrNull(row, 'issued_by'),
    createdAt: integer(row, 'created_at'),
    expiresAt: integer(row, 'expires_at'),
    usedAt: integerOrNull(row, 'used_at'),
  };
}

function readSession(row: Row): SessionRecord {
  return {
    id: text(row, 'id'),
    tokenHash: text(row, 'token_hash'),
    planId: text(row, 'plan_id'),
    participantId: text(row, 'participant_id'),
    device: text(row, 'device'),
    confirmed: flag(row, 'confirmed'),
    // Only createSession and narrowRoom ever wrote here.
    present: JSON.parse(textOrNull(row, 'present') ?? 'null') as SessionRecord['present'],
    hasStranger: flag(row, 'has_stranger'),
    invitedBy: textOrNull(row, 'invited_by'),
    proof: readProof(row),
    createdAt: integer(row, 'created_at'),
    expiresAt: integer(row, 'expires_at'),
    lastSeenAt: integer(row, 'last_seen_at'),
    endedAt: integerOrNull(row, 'ended_at'),
  };
}

function readProof(row: Row): SessionRecord['proof'] {
  const at = integerOrNull(row, 'proved_at');
  return at === null ? null : {at, by: text(row, 'proved_by')};
}

function readTicket(row: Row): TicketRecord {
  return {
    ticketHash: text(row, 'ticket_hash'),
    planId: text(row, 'plan_id'),
    compartmentId: text(row, 'compartment_id'),
    participantId: text(row, 'participant_id'),
    sessionId: text(row, 'session_id'),
    cid: integer(row, 'cid'),
    epoch: integer(row, 'epoch'),
    createdAt: integer(row, 'created_at'),
  };
}
