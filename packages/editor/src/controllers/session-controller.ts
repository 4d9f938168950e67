import {parseId, type PlanId} from '@goldthread/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import type {PlanSource} from '../context/plan-source.ts';
import {deviceCopies} from '../device/plan-store.ts';
import {PlanSession} from '../sync/plan-session.ts';

/** Which plan to open, and as whom. */
export interface PlanAddress {
  readonly origin: string;
  readonly planId: string;
  readonly participantId: string;
}

/**
 * Opens and closes the session of one plan with its element. It owns the session; it doesn't own what is shown.
 * A session that is given from outside is followed and never started or stopped.
 */
export class SessionController implements ReactiveController {
  readonly #element: ReactiveControllerHost;
  readonly #onChange: (source: PlanSource) => void;
  #source: PlanSource | null = null;
  #isOwn = false;
  #key = '';

  constructor(element: ReactiveControllerHost, onChange: (source: PlanSource) => void) {
    this.#element = element;
    this.#onChange = onChange;
    element.addController(this);
  }

  get source(): PlanSource | null {
    return this.#source;
  }

  hostDisconnected(): void {
    this.#leave();
  }

  /** Opens the plan at an address, unless it is open already. An address that can't be one opens nothing. */
  open(address: PlanAddress): void {
    const planId = parseId<PlanId>(address.planId);
    const key = `${address.origin} ${address.planId} ${address.participantId}`;
    if (!planId.ok || key === this.#key) return;
    const who = address.participantId === '' ? {} : {participantId: address.participantId};
    const session = new PlanSession({
      copies: deviceCopies,
      origin: address.origin,
      planId: planId.value,
      ...who,
    });
    this.follow(session);
    this.#key = key;
    this.#isOwn = true;
    void session.start();
  }

  /** Shows a session that somebody else owns. */
  follow(source: PlanSource): void {
    if (source === this.#source) return;
    this.#leave();
    this.#source = source;
    source.addEventListener('change', this.#changed);
    source.addEventListener('presence', this.#changed);
    this.#changed();
  }

  readonly #changed = (): void => {
    if (this.#source !== null) this.#onChange(this.#source);
    this.#element.requestUpdate();
  };

  #leave(): void {
    this.#source?.removeEventListener('change', this.#changed);
    this.#source?.removeEventListener('presence', this.#changed);
    if (this.#isOwn) void this.#source?.stop();
    this.#source = null;
    this.#isOwn = false;
    this.#key = '';
  }
}
