import type {PlanId} from '@goldthread/schema';
import {repeat, type CancelTimer} from '../ports/index.ts';
import type {WithholdingPorts} from './withholding-ports.ts';

/** What has to be looked at in time by somebody. */
export interface Overseen {
  /** Tells those above, once, of whatever on a plan nobody looked at in time. */
  escalate(planId: PlanId): Promise<void>;
}

const EVERY_MS = 3_600_000;

/** Looks every hour for what nobody approved or looked at in time. Owns its timer. */
export class Escalations {
  readonly #ports: WithholdingPorts;
  readonly #overseen: readonly Overseen[];
  readonly #cancel: CancelTimer;

  constructor(ports: WithholdingPorts, overseen: readonly Overseen[]) {
    this.#ports = ports;
    this.#overseen = overseen;
    this.#cancel = repeat(ports.clock, EVERY_MS, () => void this.look());
  }

  stop(): void {
    this.#cancel();
  }

  /** Looks once. A plan that fails costs the others nothing, and is looked at again in an hour. */
  async look(): Promise<void> {
    for (const {id} of await this.#ports.storage.plans()) {
      for (const one of this.#overseen)
        await one.escalate(id).catch(() => {
          this.#ports.logger.error(
            {code: 'ESCALATION', planId: id},
            'what is overdue could not be escalated',
          );
        });
    }
  }
}
