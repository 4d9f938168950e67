import {newId, type RandomBytes, type SessionId} from '@goldthread/schema';
import type {Audit} from '../audit/index.ts';
import type {Clock} from '../ports/index.ts';
import type {Device, InviteRecord, ParticipantRecord, PlanStorage, SessionRecord} from '../storage/index.ts';
import {hashSecret, newSecret} from './secret-token.ts';
import type {SignedIn} from './caller.ts';

/** How long a session on each kind of device lasts, in milliseconds from sign-in and from its last use. */
export type SessionLives = Readonly<Record<Device, {readonly lifeMs: number; readonly idleMs: number}>>;

/** A session that was just opened, with the only copy of its token. */
export interface OpenedSession {
  readonly token: string;
  readonly session: SessionRecord;
}

const TOUCH_EVERY_MS = 60_000;

/**
 * Opens, finds and ends sessions. Owns the rule when a session counts as over; storage owns the rows.
 * Keeps nothing in memory, so that a session ended anywhere is ended here.
 */
export class Sessions {
  readonly #storage: PlanStorage;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #audit: Audit;
  readonly #lives: SessionLives;

  constructor(storage: PlanStorage, clock: Clock, random: RandomBytes, audit: Audit, lives: SessionLives) {
    this.#storage = storage;
    this.#clock = clock;
    this.#random = random;
    this.#audit = audit;
    this.#lives = lives;
  }

  /** Opens a session for the person whom a used invite names, which is noted. */
  async open(invite: InviteRecord, device: Device): Promise<OpenedSession> {
    const now = this.#clock.now();
    const token = newSecret(this.#random);
    const session: SessionRecord = {
      id: newId<SessionId>(this.#random),
      tokenHash: hashSecret(token),
      planId: invite.planId,
      participantId: invite.participantId,
      device,
      confirmed: invite.confirmed,
      createdAt: now,
      expiresAt: now + this.#lives[device].lifeMs,
      lastSeenAt: now,
      endedAt: null,
    };
    const signedIn = this.#audit.entry({
      planId: session.planId,
      actor: session.participantId,
      sessionId: session.id,
      action: 'signedIn',
      detail: {device, confirmed: String(session.confirmed)},
    });
    await this.#storage.createSession(session, [signedIn]);
    return {token, session};
  }

  /** Who a session token stands for; `null` once the session, or the person's access, is over. */
  async find(token: string): Promise<SignedIn | null> {
    const session = await this.#storage.session(hashSecret(token));
    if (session === null || !this.isLive(session)) return null;
    const participant = await this.participantOf(session);
    if (participant === null) return null;
    await this.touch(session);
    return {kind: 'participant', session, participant};
  }

  /** Whether a session still holds: not ended, not expired, not left unused for too long. */
  isLive(session: SessionRecord): boolean {
    const now = this.#clock.now();
    const idleSince = now - session.lastSeenAt;
    return (
      session.endedAt === null && now < session.expiresAt && idleSince < this.#lives[session.device].idleMs
    );
  }

  /** The person of a session; `null` if their access has ended. */
  async participantOf(session: SessionRecord): Promise<ParticipantRecord | null> {
    const people = await this.#storage.participants(session.planId);
    const person = people.find(one => one.id === session.participantId);
    return person !== undefined && this.hasAccess(person) ? person : null;
  }

  /** Whether a person's access hasn't ended. */
  hasAccess(person: ParticipantRecord): boolean {
    return person.accessEndsAt === null || this.#clock.now() < person.accessEndsAt;
  }

  /** Notes that a session is in use; writes at most once a minute. */
  async touch(session: SessionRecord): Promise<void> {
    const now = this.#clock.now();
    if (now - session.lastSeenAt >= TOUCH_EVERY_MS) await this.#storage.touchSession(session.id, now);
  }

  /** Ends a session at once. The caller tells the live sockets. */
  async end(session: SessionRecord): Promise<void> {
    await this.#storage.endSession(session.id, this.#clock.now());
  }
}
