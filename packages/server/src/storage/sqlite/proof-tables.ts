/* eslint-disable @typescript-eslint/require-await -- async turns what SQLite throws into a rejection, as every other database has it */
import type {DatabaseSync} from 'node:sqlite';
import type {ParticipantId, SessionId} from '@goldthread/schema';
import {StorageError} from '../plan-storage.ts';
import type {ChallengeRecord, CodeRecord, PasskeyRecord, Proofs, SessionProof} from '../proof-record.ts';
import {blob, integer, json, oneRow, text, type Row} from './row.ts';

/** Codes, passkeys and challenges. What writes is to be called inside a transaction. */
export class ProofTables implements Proofs {
  readonly #db: DatabaseSync;

  constructor(db: DatabaseSync) {
    this.#db = db;
  }

  async tryCode(participantId: ParticipantId, now: number): Promise<CodeRecord | null> {
    const row = this.#db
      .prepare(
        `UPDATE code SET tries_left = tries_left - 1
         WHERE participant_id=? AND tries_left > 0 AND expires_at > ? RETURNING *`,
      )
      .get(participantId, now);
    return oneRow(row, readCode);
  }

  async passkeys(participantId: ParticipantId): Promise<PasskeyRecord[]> {
    return this.#db
      .prepare('SELECT * FROM passkey WHERE participant_id=? ORDER BY rowid')
      .all(participantId)
      .map(readPasskey);
  }

  async takeChallenge(
    sessionId: SessionId,
    purpose: ChallengeRecord['purpose'],
    now: number,
  ): Promise<string | null> {
    const row = this.#db
      .prepare('DELETE FROM challenge WHERE session_id=? AND purpose=? RETURNING *')
      .get(sessionId, purpose);
    return oneRow(row, found => (integer(found, 'expires_at') > now ? text(found, 'challenge') : null));
  }

  putCode({participantId, issuedBy, salt, hash, expiresAt, triesLeft}: CodeRecord): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO code VALUES (?,?,?,?,?,?)')
      .run(participantId, issuedBy, salt, hash, expiresAt, triesLeft);
  }

  /** Uses a code up; of two who use it at once one fails. */
  useCode({participantId, hash}: Pick<CodeRecord, 'participantId' | 'hash'>): void {
    const {changes} = this.#db
      .prepare('DELETE FROM code WHERE participant_id=? AND hash=?')
      .run(participantId, hash);
    if (changes === 0) throw new StorageError('CONFLICT', participantId);
  }

  putPasskey({id, participantId, publicKey, counter, transports, createdAt}: PasskeyRecord): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO passkey VALUES (?,?,?,?,?,?)')
      .run(participantId, id, publicKey, counter, JSON.stringify(transports), createdAt);
  }

  putChallenge({sessionId, purpose, challenge, expiresAt}: ChallengeRecord): void {
    this.#db
      .prepare('INSERT OR REPLACE INTO challenge VALUES (?,?,?,?)')
      .run(sessionId, purpose, challenge, expiresAt);
  }

  /** Confirms a session that hasn't ended. */
  proveSession({sessionId, at, by}: SessionProof): void {
    const {changes} = this.#db
      .prepare('UPDATE session SET confirmed=1, proved_at=?, proved_by=? WHERE id=? AND ended_at IS NULL')
      .run(at, by, sessionId);
    if (changes === 0) throw new StorageError('NOT_FOUND', sessionId);
  }
}

function readCode(row: Row): CodeRecord {
  return {
    participantId: text(row, 'participant_id'),
    issuedBy: text(row, 'issued_by'),
    salt: text(row, 'salt'),
    hash: text(row, 'hash'),
    expiresAt: integer(row, 'expires_at'),
    triesLeft: integer(row, 'tries_left'),
  };
}

function readPasskey(row: Row): PasskeyRecord {
  return {
    id: text(row, 'id'),
    participantId: text(row, 'participant_id'),
    publicKey: Uint8Array.from(blob(row, 'public_key')),
    counter: integer(row, 'counter'),
    transports: json(row, 'transports'),
    createdAt: integer(row, 'created_at'),
  };
}
