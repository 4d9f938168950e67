import {
  newId,
  type AttachmentId,
  type ItemId,
  type PlanId,
  type Reader,
  type RootName,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {repeat, type CancelTimer, type Logger} from '../ports/index.ts';
import {FILE_BYTES, fileType, type DisagreementFileRecord} from '../storage/index.ts';
import {planFacts, type PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {placeFor, placeForRoot, type OpenPlace} from './comment-place.ts';
import {listed} from './disagreement-list.ts';
import {openingOf, placeOfMatter} from './find-matter.ts';
import type {Speaker} from './speaker.ts';
import {receivedBy} from './standing-items.ts';

/** So many wait to be sent of one person at most. */
const MOST_WAITING = 12;
/** How long one waits: who writes on another day still finds it. */
const KEPT_MS = 7 * 24 * 3_600_000;
const EVERY_MS = 3_600_000;

/** Beside what a file is to be sent: what its owner doesn't agree with, or a disagreement to which they say something. */
export type FileFor = {readonly itemId: ItemId} | {readonly root: RootName} | {readonly to: string};

/** A file as somebody reads it. */
export interface ReadFile {
  readonly record: DisagreementFileRecord;
  readonly bytes: Uint8Array;
}

/**
 * Files that go with what sides say where they don't agree. Until one is sent it is its owner's alone, and forgotten after a week; from
 * then on it is read by exactly those who read its entry.
 */
export class DisagreementFiles {
  readonly #ports: AgreementPorts & {readonly logger: Logger};
  readonly #cancel: CancelTimer;

  constructor(ports: AgreementPorts & {readonly logger: Logger}) {
    this.#ports = ports;
    this.#cancel = repeat(ports.clock, EVERY_MS, () => void this.sweep());
  }

  stop(): void {
    this.#cancel();
  }

  /** Keeps a file until it is sent. */
  keep(
    planId: PlanId,
    speaker: Speaker,
    goesWith: FileFor,
    bytes: Uint8Array,
  ): Promise<DisagreementFileRecord> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, random, clock} = this.#ports;
      const facts = await planFacts(this.#ports, planId);
      const {compartment} = await this.#placeFor(facts, speaker, goesWith);
      if (bytes.length > FILE_BYTES) throw new RequestProblem('TOO_LARGE');
      const type = fileType(bytes);
      if (type === null) throw new RequestProblem('NO_FILE');
      if (type === 'tellsMore') throw new RequestProblem('PICTURE_TELLS');
      const waiting = (await storage.talk.files.of(planId)).filter(one => isWaitingOf(one, speaker));
      if (waiting.length >= MOST_WAITING) throw new RequestProblem('MANY_FILES');
      const put: DisagreementFileRecord = {
        ...{id: newId<AttachmentId>(random), planId, compartmentId: compartment.id, type, size: bytes.length},
        ...{owner: speaker.participant.id, sessionId: speaker.session.id, at: clock.now()},
        ...{entryId: null, place: 'words'},
      };
      await storage.record([{kind: 'disagreementFile', put, bytes}]);
      return put;
    });
  }

  /** Forgets one that its owner doesn't send after all. What was sent goes with its words only. */
  drop(planId: PlanId, speaker: Speaker, id: string): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const {storage} = this.#ports;
      const found = (await storage.talk.files.of(planId)).find(one => one.id === id);
      if (found === undefined || !isWaitingOf(found, speaker)) throw new RequestProblem('NOT_FOUND');
      await storage.record([{kind: 'disagreementFileGone', id: found.id}]);
    });
  }

  /** What somebody reads now; `null` where there is nothing of that id for them. */
  async read(planId: PlanId, reader: Reader, id: string): Promise<ReadFile | null> {
    const {files} = this.#ports.storage.talk;
    const record = (await files.of(planId)).find(one => one.id === id);
    if (record === undefined) return null;
    const facts = await planFacts(this.#ports, planId);
    const mayRead =
      record.entryId === null
        ? isWaitingOf(record, reader) &&
          receivedBy(facts, reader).some(({id: of}) => of === record.compartmentId)
        : await this.#isListed(facts, reader, id);
    const bytes = mayRead ? await files.bytes(record) : null;
    return bytes === null ? null : {record, bytes};
  }

  /** Forgets what was not sent in time, in every plan. One that fails costs the others nothing. */
  async sweep(): Promise<void> {
    for (const {id: planId} of await this.#ports.storage.plans())
      await this.#sweep(planId).catch(() => {
        this.#ports.logger.error({code: 'FILES', planId}, 'files could not be looked through');
      });
  }

  async #placeFor(facts: PlanFacts, speaker: Speaker, goesWith: FileFor): Promise<OpenPlace> {
    if ('itemId' in goesWith) return placeFor(facts, speaker, goesWith.itemId, null);
    if ('root' in goesWith) return placeForRoot(facts, speaker, goesWith.root);
    return placeOfMatter(facts, speaker, await openingOf(this.#ports, facts, speaker, goesWith.to));
  }

  async #isListed(facts: PlanFacts, reader: Reader, id: string): Promise<boolean> {
    const {disagreements} = await listed(this.#ports, facts, reader);
    return disagreements.some(({entries}) => entries.some(({files}) => files.some(one => one.id === id)));
  }

  #sweep(planId: PlanId): Promise<void> {
    return this.#ports.queue.run(planId, async () => {
      const {storage, clock} = this.#ports;
      const before = clock.now() - KEPT_MS;
      const old = (await storage.talk.files.of(planId)).filter(
        one => one.entryId === null && one.at < before,
      );
      if (old.length > 0)
        await storage.record(old.map(({id}) => ({kind: 'disagreementFileGone', id}) as const));
    });
  }
}

/** Files of one's own that wait to be sent, as one sends them. Ends the request where one of them is gone. */
export async function filesToSend(
  {storage}: Pick<AgreementPorts, 'storage'>,
  planId: PlanId,
  speaker: Speaker,
  asked: readonly Pick<DisagreementFileRecord, 'id' | 'place'>[],
): Promise<readonly DisagreementFileRecord[]> {
  if (asked.length === 0) return [];
  const known = await storage.talk.files.of(planId);
  return asked.map(({id, place}) => {
    const found = known.find(one => one.id === id);
    if (found === undefined || !isWaitingOf(found, speaker)) throw new RequestProblem('FILE_GONE');
    return {...found, place};
  });
}

/** Nobody else looks at a screen on which what isn't sent can be seen. */
function isWaitingOf({entryId, owner}: DisagreementFileRecord, {participant, onlookers}: Reader): boolean {
  return entryId === null && owner === participant.id && onlookers === null;
}
