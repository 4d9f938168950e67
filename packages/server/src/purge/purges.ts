import {
  mayPurge,
  newId,
  type CompartmentId,
  type PlanId,
  type PurgeId,
  type Reader,
} from '@goldthread/schema';
import {firstWritten, witnesses} from '../audit/index.ts';
import {RequestProblem} from '../errors.ts';
import type {CancelTimer} from '../ports/index.ts';
import type {PurgeRecord} from '../storage/index.ts';
import type {TypedPart} from '../sync/index.ts';
import {peopleKnownTo, planFacts, type Actor} from '../withholding/index.ts';
import {mask} from './masked-words.ts';
import type {PurgePorts} from './purge-ports.ts';
import {PurgeSteps} from './purge-steps.ts';

/** What whoever asked for a purge is told; never what was purged. Times are ISO strings. */
export interface PurgeReport {
  readonly purgeId: string;
  /** In how many places of the document the words stood. */
  readonly places: number;
  readonly couldHaveSeen: readonly {readonly id: string; readonly name: string; readonly firstAt: string}[];
}

const TRY_AGAIN_AFTER = 60_000;
const EVERY_ROW = 2 ** 31 - 1;

/**
 * Purges: words that must not be anywhere any more, such as the address of a refuge that somebody typed where everybody reads.
 * People first: whoever purges is told who could have seen them.
 */
export class Purges {
  readonly #ports: PurgePorts;
  readonly #steps: PurgeSteps;
  #cancel: CancelTimer = () => undefined;

  constructor(ports: PurgePorts) {
    this.#ports = ports;
    this.#steps = new PurgeSteps(ports);
  }

  /** Purges words from a document that the caller receives, which `mayRead` says. */
  async purge(
    planId: PlanId,
    {participant}: Reader,
    {sessionId}: Pick<Actor, 'sessionId'>,
    asked: {readonly compartmentId: CompartmentId; readonly words: string},
  ): Promise<PurgeReport> {
    if (!mayPurge(participant)) throw new RequestProblem('NOT_FOUND');
    const {compartmentId, words} = asked;
    const taken = await this.#begin({planId, compartmentId, participantId: participant.id, sessionId, words});
    return this.#report(taken, participant.id);
  }

  /** Purges what somebody typed of a value that is kept out of plans: those characters, wherever else such words may stand. */
  async purgeTyped({ranges, ...typed}: TypedPart): Promise<void> {
    await this.#begin(typed, ranges).catch(() => {
      this.#ports.logger.error({code: 'PURGE', planId: typed.planId}, 'a purge could not be finished');
    });
  }

  async #begin(asked: Omit<TypedPart, 'ranges'>, only?: TypedPart['ranges']): Promise<PurgeRecord> {
    const {random, clock} = this.#ports;
    const {planId, compartmentId, participantId, sessionId, words} = asked;
    const record: PurgeRecord = {
      id: newId<PurgeId>(random),
      ...{planId, compartmentId, by: participantId, sessionId},
      at: clock.now(),
      state: 'asked',
      words: mask(words, random),
      ...(only !== undefined && {only}),
      afresh: [],
      places: 0,
      deleted: [],
      found: null,
      finishedAt: null,
    };
    await this.#ports.storage.record([{kind: 'purge', put: record}]);
    return this.#finish(record).catch((error: unknown) => {
      this.#later();
      throw error;
    });
  }

  /** Finishes what a crash or a busy file left half done. To be awaited before anybody is let in. */
  async finishAll(): Promise<void> {
    for (const record of await this.#ports.storage.purges()) {
      if (record.state === 'done') continue;
      await this.#finish(record).catch(() => {
        this.#ports.logger.error({code: 'PURGE', planId: record.planId}, 'a purge could not be finished');
        this.#later();
      });
    }
  }

  stop(): void {
    this.#cancel();
  }

  /** As far as it goes now; whether a file can be cleaned depends on who is reading it. */
  #finish(record: PurgeRecord): Promise<PurgeRecord> {
    return this.#ports.queue.run(record.planId, async () => {
      const taken = await this.#steps.takeOut(record);
      // A file that somebody reads can't be written anew; whoever asked is told all the same what is done.
      const done = await this.#steps.clean(taken).catch(() => null);
      if (done === null) this.#later();
      return done ?? taken;
    });
  }

  #later(): void {
    this.#cancel();
    this.#cancel = this.#ports.clock.after(TRY_AGAIN_AFTER, () => void this.finishAll());
  }

  async #report(record: PurgeRecord, caller: PurgeRecord['by']): Promise<PurgeReport> {
    const {storage} = this.#ports;
    const {id, planId, compartmentId, places, deleted} = record;
    const log = await storage.updateLog(compartmentId, 0, EVERY_ROW);
    const since = firstWritten(log, deleted);
    const seen = witnesses(await storage.audit(planId), await storage.sessions(planId), compartmentId, since);
    const facts = await planFacts(this.#ports, planId);
    const everyone = {...facts, people: await storage.participants(planId)};
    const names = new Map(peopleKnownTo(everyone, caller).map(person => [person.id, person.name]));
    return {
      purgeId: id,
      places,
      couldHaveSeen: seen.flatMap(({id: who, firstAt}) => {
        const name = names.get(who);
        return name === undefined ? [] : [{id: who, name, firstAt: new Date(firstAt).toISOString()}];
      }),
    };
  }
}
