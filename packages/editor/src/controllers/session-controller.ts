import {parseId, type PlanId} from '@goldthread/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PlanSource} from '../context/plan-source.ts';
import {noCopies} from '../device/no-copies.ts';
import {deviceCopies} from '../device/plan-store.ts';
import {PlanSession} from '../sync/plan-session.ts';

/** Which plan to open, and as whom. */
export interface PlanAddress {
  readonly origin: string;
  readonly planId: string;
  readonly participantId: string;
  /** A session token; empty where the browser's cookie says who asks. */
  readonly token: string;
  /** Whether an encrypted copy may stay on this device, where the server's record of the device allows it too. */
  readonly mayKeep: boolean;
}

/** What is told of a session: that anything has changed, or only what may be said of saving, as with each key. */
export interface SessionNews {
  onChange(source: PlanSource): void;
  onSave(source: PlanSource): void;
}

/**
 * Opens and closes the session of one plan with its element. It owns the session; it doesn't own what is shown.
 * A session that is given from outside is followed and never started or stopped.
 */
export class SessionController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #news: SessionNews;
  #source: PlanSource | null = null;
  #isOwn = false;
  #key = '';
  /** The token with which the session was opened, and the one that its next request carries. */
  #openedWith = '';
  #token = '';

  constructor(element: ReactiveControllerHost, news: SessionNews) {
    this.#element = element;
    this.#news = news;
    element.addController(this);
  }

  get source(): PlanSource | null {
    return this.#source;
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /**
   * Opens the plan at an address, unless it is open already. An address that can't be one opens nothing. Another
   * token goes with the next request of a session that is alive, and opens the plan anew where it has ended.
   */
  open(address: PlanAddress): void {
    const {origin, participantId, token, mayKeep} = address;
    const planId = parseId<PlanId>(address.planId);
    const key = `${origin} ${address.planId} ${participantId} ${mayKeep}`;
    this.#token = token;
    if (!planId.ok || (key === this.#key && !this.#mayOpenAnew(token))) return;
    const session = new PlanSession({
      copies: mayKeep ? deviceCopies : noCopies,
      origin,
      planId: planId.value,
      token: () => this.#token,
      ...(participantId !== '' && {participantId}),
    });
    this.follow(session);
    this.#key = key;
    this.#openedWith = token;
    this.#isOwn = true;
    void session.start();
  }

  /** Ends the session, or follows it no longer where it is somebody else's; nothing of it is left here. */
  close(): void {
    this.#leave();
  }

  /** Shows a session that somebody else owns. */
  follow(source: PlanSource): void {
    if (source === this.#source) return;
    this.#leave();
    this.#source = source;
    source.addEventListener('change', this.#changed);
    source.addEventListener('presence', this.#changed);
    source.addEventListener('save', this.#saved);
    this.#changed();
  }

  readonly #changed = (): void => {
    if (this.#source !== null) this.#news.onChange(this.#source);
    this.#element.requestUpdate();
  };

  readonly #saved = (): void => {
    if (this.#source !== null) this.#news.onSave(this.#source);
  };

  /** Words that could not be stored stay in front of their writer until they have dealt with them. */
  #mayOpenAnew(token: string): boolean {
    const hasEnded = this.#source?.status === 'signedOut' || this.#source?.status === 'gone';
    return token !== this.#openedWith && hasEnded && this.#source?.unsent.length === 0;
  }

  #leave(): void {
    this.#source?.removeEventListener('change', this.#changed);
    this.#source?.removeEventListener('presence', this.#changed);
    this.#source?.removeEventListener('save', this.#saved);
    if (this.#isOwn) void this.#source?.stop();
    this.#source = null;
    this.#isOwn = false;
    this.#key = '';
  }
}
