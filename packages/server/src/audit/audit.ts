import type {CompartmentId, ItemId, ParticipantId, PlanId, SessionId, AuditAction} from '@goldthread/schema';
import type {Clock} from '../ports/index.ts';
import type {PlanStorage, RecordChange} from '../storage/index.ts';

/** What somebody does, to be noted. What is left out is nobody, no document, no items and nothing more to say. */
export interface Deed {
  readonly planId: PlanId;
  /** `null` is the administrator or the server itself. */
  readonly actor: ParticipantId | null;
  readonly sessionId: SessionId | null;
  readonly action: AuditAction;
  /** Only readers of this document may see the entry. To be given wherever items are, and for whatever not everybody may know. */
  readonly compartmentId?: CompartmentId;
  readonly itemIds?: readonly ItemId[];
  /** Whom it is done to. Never somebody from whom it is to be kept. */
  readonly subject?: ParticipantId | null;
  /** Codes, dates and counts. Never words of a plan, nor the name or id of anybody but `actor` and `subject`. */
  readonly detail?: Readonly<Record<string, string>>;
  /** Noted only if this session isn't known yet to have done the same in this document. */
  readonly once?: boolean;
}

/** Notes who did what, when. */
export class Audit {
  readonly #storage: PlanStorage;
  readonly #clock: Clock;

  constructor(storage: PlanStorage, clock: Clock) {
    this.#storage = storage;
    this.#clock = clock;
  }

  /** The entry about a deed of this moment, to be written in one transaction with the deed. */
  entry(deed: Deed): RecordChange {
    const {planId, actor, sessionId, action, once = false} = deed;
    const append = {
      planId,
      at: this.#clock.now(),
      actor,
      sessionId,
      action,
      compartmentId: deed.compartmentId ?? null,
      itemIds: deed.itemIds ?? [],
      subject: deed.subject ?? null,
      detail: deed.detail ?? {},
    };
    return {kind: 'audit', append, once};
  }

  /** Notes deeds that change nothing stored, such as reading. To be awaited before what was read is handed out. */
  async note(...deeds: readonly Deed[]): Promise<void> {
    await this.#storage.record(deeds.map(deed => this.entry(deed)));
  }
}
