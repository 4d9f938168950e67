import {
  newId,
  type AuditAction,
  type ParticipantId,
  type RandomBytes,
  type SessionId,
} from '@goldthread/schema';
import type {Audit} from '../audit/index.ts';
import type {Clock} from '../ports/index.ts';
import {
  emergenciesOf,
  readerOf,
  type Device,
  type InviteRecord,
  type ParticipantRecord,
  type PlanStorage,
  type RecordChange,
  type SessionRecord,
} from '../storage/index.ts';
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
    const {planId, participantId, confirmed} = invite;
    const proof = confirmed ? ({at: this.#clock.now(), by: 'link'} as const) : null;
    const opened = this.#make({
      ...{planId, participantId, confirmed, device, proof, invitedBy: invite.issuedBy},
      ...{present: null, hasStranger: false},
    });
    const detail = {device, confirmed: String(confirmed)};
    await this.#storage.createSession(opened.session, [this.#entry(opened.session, 'signedIn', detail)]);
    return opened;
  }

  /**
   * Opens a session of the same person for a screen that others look at, which is noted. It ends when its holder's own session
   * would have ended, if not before.
   */
  async openRoom(
    own: SessionRecord,
    present: readonly ParticipantId[],
    hasStranger: boolean,
  ): Promise<OpenedSession> {
    const {planId, participantId, confirmed, invitedBy} = own;
    const made = this.#make({
      ...{planId, participantId, confirmed, invitedBy, present, hasStranger},
      ...{device: 'shared', proof: null},
    });
    const expiresAt = Math.min(made.session.expiresAt, own.expiresAt);
    const session = {...made.session, expiresAt};
    await this.#storage.createSession(session, [this.#entry(session, 'roomOpened')]);
    return {token: made.token, session};
  }

  /** Notes who else looks at the screen of a room. The caller tells the live sockets. */
  async narrowRoom(
    {id}: SessionRecord,
    present: readonly ParticipantId[],
    hasStranger: boolean,
  ): Promise<SessionRecord | null> {
    const before = await this.#storage.sessionById(id);
    if (before === null) return null;
    await this.#storage.record([
      {kind: 'room', narrow: {sessionId: id, present, hasStranger}},
      this.#entry(before, 'roomNarrowed'),
    ]);
    return await this.#storage.sessionById(id);
  }

  #entry(
    {planId, participantId, id}: SessionRecord,
    action: AuditAction,
    detail: Readonly<Record<string, string>> = {},
  ): RecordChange {
    return this.#audit.entry({planId, actor: participantId, sessionId: id, action, detail});
  }

  #make(
    what: Omit<SessionRecord, 'id' | 'tokenHash' | 'createdAt' | 'expiresAt' | 'lastSeenAt' | 'endedAt'>,
  ): OpenedSession {
    const now = this.#clock.now();
    const token = newSecret(this.#random);
    const session: SessionRecord = {
      id: newId<SessionId>(this.#random),
      tokenHash: hashSecret(token),
      ...what,
      createdAt: now,
      expiresAt: now + this.#lives[what.device].lifeMs,
      lastSeenAt: now,
      endedAt: null,
    };
    return {token, session};
  }

  /** Who a session token stands for; `null` once the session, or the person's access, is over. */
  async find(token: string): Promise<SignedIn | null> {
    const session = await this.#storage.session(hashSecret(token));
    if (session === null || !this.isLive(session)) return null;
    const everyone = await this.#storage.participants(session.planId);
    const people = everyone.filter(person => this.hasAccess(person));
    const emergencies = await emergenciesOf(this.#storage, session.planId, this.#clock.now());
    const reader = readerOf(session.participantId, session, people, emergencies);
    if (reader === null) return null;
    await this.touch(session);
    return {kind: 'participant', session, ...reader};
  }

  /** Whether a session still holds: not ended, not expired, not left unused for too long. */
  isLive(session: SessionRecord): boolean {
    const now = this.#clock.now();
    const idleSince = now - session.lastSeenAt;
    return (
      session.endedAt === null && now < session.expiresAt && idleSince < this.#lives[session.device].idleMs
    );
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
