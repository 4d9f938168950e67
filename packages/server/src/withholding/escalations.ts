import type {CancelTimer} from '../ports/index.ts';
import type {WithholdingPorts} from './withholding-ports.ts';
import type {Withholdings} from './withholdings.ts';

const EVERY_MS = 3_600_000;

/** Looks every hour for decisions that nobody approved or looked at in time. Owns its timer. */
export class Escalations {
  readonly #ports: WithholdingPorts;
  readonly #withholdings: Withholdings;
  #cancel: CancelTimer;

  constructor(ports: WithholdingPorts, withholdings: Withholdings) {
    this.#ports = ports;
    this.#withholdings = withholdings;
    this.#cancel = this.#later();
  }

  stop(): void {
    this.#cancel();
  }

  /** Looks once. A plan that fails costs the others nothing, and is looked at again in an hour. */
  async look(): Promise<void> {
    for (const {id} of await this.#ports.storage.plans()) {
      await this.#withholdings.escalate(id).catch(() => {
        this.#ports.logger.error(
          {code: 'ESCALATION', planId: id},
          'overdue withholdings could not be escalated',
        );
      });
    }
  }

  #later(): CancelTimer {
    return this.#ports.clock.after(EVERY_MS, () => {
      void this.look();
      this.#cancel = this.#later();
    });
  }
}
