import type {ParticipantId, PlanId, RandomBytes, SessionId} from '@goldthread/schema';
import type {Audit} from '../audit/index.ts';
import type {Clock} from '../ports/index.ts';
import type {InviteRecord, PlanStorage} from '../storage/index.ts';
import {hashSecret, newSecret} from './secret-token.ts';

/** Whom an invite is for and who made it. */
export interface InviteRequest {
  readonly planId: PlanId;
  readonly participantId: ParticipantId;
  /** Whether the session is confirmed from the start, so that it receives more than `shared` and `voice`. */
  readonly confirmed: boolean;
  /** `null` is the administrator. */
  readonly issuedBy: ParticipantId | null;
}

/** Makes, shows and spends links that sign one person in, once. Storage makes sure of the once. */
export class Invites {
  readonly #storage: PlanStorage;
  readonly #clock: Clock;
  readonly #random: RandomBytes;
  readonly #audit: Audit;
  readonly #lifeMs: number;

  constructor(storage: PlanStorage, clock: Clock, random: RandomBytes, audit: Audit, lifeMs: number) {
    this.#storage = storage;
    this.#clock = clock;
    this.#random = random;
    this.#audit = audit;
    this.#lifeMs = lifeMs;
  }

  /** Makes an invite, which is noted, and gives the only copy of its token. */
  async issue(request: InviteRequest, issuersSession: SessionId | null = null): Promise<string> {
    const now = this.#clock.now();
    const token = newSecret(this.#random);
    const invite = {...request, tokenHash: hashSecret(token), createdAt: now};
    const invited = this.#audit.entry({
      planId: request.planId,
      actor: request.issuedBy,
      sessionId: issuersSession,
      action: 'invited',
      subject: request.participantId,
      detail: {confirmed: String(request.confirmed)},
    });
    await this.#storage.createInvite({...invite, expiresAt: now + this.#lifeMs, usedAt: null}, [invited]);
    return token;
  }

  /** The invite behind a token if it would still sign somebody in; doesn't use it. */
  async look(token: string): Promise<InviteRecord | null> {
    const invite = await this.#storage.invite(hashSecret(token));
    if (invite === null || invite.usedAt !== null || this.#clock.now() >= invite.expiresAt) return null;
    return invite;
  }

  /** Uses an invite; `null` if it is unknown, used or expired, which look the same. */
  async spend(token: string): Promise<InviteRecord | null> {
    return await this.#storage.useInvite(hashSecret(token), this.#clock.now());
  }
}
