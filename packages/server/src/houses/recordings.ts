import {
  newId,
  type AttachmentId,
  type CompartmentId,
  type ParticipantId,
  type PlanId,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {repeat, type CancelTimer} from '../ports/index.ts';
import {
  FILE_BYTES,
  soundType,
  type AttachmentRecord,
  type CompartmentRecord,
  type PlanStorage,
} from '../storage/index.ts';
import {attachmentsIn} from '../sync/index.ts';
import {
  compartmentFor,
  isReader,
  planFacts,
  type Actor,
  type PlanFacts,
  type WithholdingPorts,
} from '../withholding/index.ts';
import {leadOf} from './find-own.ts';
import {makeDocument} from './write-own.ts';

/** So many that no item names are kept for one person: a new one takes the place of the oldest. */
const MOST_WAITING = 5;
/** How long one that no item names is kept: whoever takes an item out may take that back. */
const KEPT_MS = 24 * 3_600_000;
const EVERY_MS = 3_600_000;
const ROOTS = ['house:good', 'house:worries', 'house:dreams', 'items'] as const;

/** What a child recorded: kept sealed for the readers of its document, and forgotten when no item names it any more. */
export class Recordings {
  readonly #ports: WithholdingPorts;
  readonly #cancel: CancelTimer;

  constructor(ports: WithholdingPorts) {
    this.#ports = ports;
    this.#cancel = repeat(ports.clock, EVERY_MS, () => void this.sweep());
  }

  stop(): void {
    this.#cancel();
  }

  /** Keeps a recording until it is put into an item, for the readers of a document, or else of what the child writes unasked. */
  keep(
    planId: PlanId,
    actor: Actor,
    bytes: Uint8Array,
    where: CompartmentId | null,
  ): Promise<AttachmentRecord> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, random, clock} = this.#ports;
      if (bytes.length > FILE_BYTES) throw new RequestProblem('TOO_LARGE');
      const type = soundType(bytes);
      if (type === null) throw new RequestProblem('NO_RECORDING');
      const facts = await planFacts(this.#ports, planId);
      const compartment = await this.#documentFor(facts, actor.id, where);
      const record: AttachmentRecord = {
        ...{id: newId<AttachmentId>(random), planId, compartmentId: compartment.id, type, size: bytes.length},
        ...{owner: actor.id, sessionId: actor.sessionId, at: clock.now(), itemId: null, alt: ''},
      };
      const waiting = (await storage.attachments.of(planId)).filter(
        one => one.owner === actor.id && one.itemId === null,
      );
      const tooMany = waiting.slice(0, Math.max(0, waiting.length - MOST_WAITING + 1));
      await storage.record([
        ...tooMany.map(({id}) => ({kind: 'attachmentGone', id}) as const),
        {kind: 'attachment', put: record, bytes},
      ]);
      return record;
    });
  }

  /** Forgets what no item names, in every plan. One that fails costs the others nothing. */
  async sweep(): Promise<void> {
    for (const {id: planId} of await this.#ports.storage.plans())
      await this.#sweep(planId).catch(() => {
        this.#ports.logger.error({code: 'RECORDINGS', planId}, 'recordings could not be looked through');
      });
  }

  async #documentFor(
    facts: PlanFacts,
    child: ParticipantId,
    where: CompartmentId | null,
  ): Promise<CompartmentRecord> {
    if (where !== null) {
      const found = facts.compartments.find(({id, kind}) => id === where && kind !== 'shared');
      if (found === undefined || !isReader(found, child)) throw new RequestProblem('NOT_FOUND');
      return found;
    }
    const {compartment, isNew} = compartmentFor(this.#ports, facts, [child, ...leadOf(facts)]);
    if (isNew) await makeDocument(this.#ports, compartment);
    return compartment;
  }

  #sweep(planId: PlanId): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, sync, clock} = this.#ports;
      const before = clock.now() - KEPT_MS;
      const old = (await storage.attachments.of(planId)).filter(({at}) => at < before);
      for (const [compartmentId, list] of Map.groupBy(old, one => one.compartmentId)) {
        const named = await sync.withDocument(
          compartmentId,
          doc => new Set(ROOTS.flatMap(root => attachmentsIn(doc.getXmlFragment(root)))),
        );
        const gone = list.filter(({id}) => named?.has(id) !== true);
        if (gone.length > 0)
          await storage.record(gone.map(({id}) => ({kind: 'attachmentGone', id}) as const));
      }
    });
  }
}

/** A recording of somebody's own that no item names yet; anybody else's and one that was used are not found. */
export async function ownRecording(
  {attachments}: Pick<PlanStorage, 'attachments'>,
  planId: PlanId,
  owner: ParticipantId,
  id: string,
): Promise<AttachmentRecord> {
  const found = (await attachments.of(planId)).find(one => one.id === id);
  if (found === undefined || found.owner !== owner || found.itemId !== null)
    throw new RequestProblem('NOT_FOUND');
  return found;
}
