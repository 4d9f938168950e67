import type {RandomBytes} from '@goldthread/schema';
import type {Audit} from '../audit/index.ts';
import type {Clock} from '../ports/index.ts';
import type {ParticipantRecord, PlanStorage} from '../storage/index.ts';
import {hashCode, newCode, plainCode} from './calm-code.ts';
import type {SignedIn} from './caller.ts';
import {isSameSecret, newSecret} from './secret-token.ts';

/** A code that was just made, with the only copy of it. */
export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: number;
}

const LIFE_MS = 10 * 60_000;
const TRIES = 5;

/**
 * Codes that one person gives another, face to face or by telephone, so that a session is confirmed by somebody else than
 * whoever made the link that it came from.
 */
export class Codes {
  readonly #storage: PlanStorage;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #audit: Audit;

  constructor(storage: PlanStorage, clock: Clock, random: RandomBytes, audit: Audit) {
    this.#storage = storage;
    this.#clock = clock;
    this.#random = random;
    this.#audit = audit;
  }

  /** Makes a code for a person, in the place of an older one, which is noted. */
  async issue(issuer: SignedIn, {id: participantId, planId}: ParticipantRecord): Promise<IssuedCode> {
    const code = newCode(this.#random);
    const salt = newSecret(this.#random);
    const hash = await hashCode(code, salt);
    const issuedBy = issuer.participant.id;
    const expiresAt = this.#clock.now() + LIFE_MS;
    const by = {actor: issuedBy, sessionId: issuer.session.id};
    await this.#storage.record([
      {kind: 'code', put: {participantId, issuedBy, salt, hash, expiresAt, triesLeft: TRIES}},
      this.#audit.entry({planId, ...by, action: 'codeIssued', subject: participantId}),
    ]);
    return {code, expiresAt};
  }

  /**
   * Confirms a session with what its holder typed, which is noted; whether it did. A code of whoever made the session's link
   * is as wrong as any other: that person could have opened the link.
   */
  async redeem({session, participant}: SignedIn, typed: string): Promise<boolean> {
    const record = await this.#storage.proofs.tryCode(participant.id, this.#clock.now());
    if (record === null) return false;
    const hash = await hashCode(plainCode(typed), record.salt);
    if (!isSameSecret(hash, record.hash) || record.issuedBy === session.invitedBy) return false;
    const by = {actor: participant.id, sessionId: session.id};
    const at = this.#clock.now();
    await this.#storage.record([
      {kind: 'code', use: record},
      {kind: 'proof', prove: {sessionId: session.id, at, by: 'code'}},
      this.#audit.entry({
        ...{planId: session.planId, ...by},
        ...{action: 'confirmed', subject: participant.id, detail: {by: 'code'}},
      }),
    ]);
    return true;
  }
}
