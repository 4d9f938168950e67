import {mayTrace} from '@goldthread/schema/traces';
import {
  newId,
  type CopyReason,
  type ItemId,
  type PlanId,
  type Reader,
  type TraceId,
} from '@goldthread/schema';
import {
  WordsCheck,
  readersOfPlace,
  receivedTalk,
  standingItems,
  type AgreementPorts,
  type Place,
  type Speaker,
} from '../agreement/index.ts';
import {RequestProblem} from '../errors.ts';
import {
  compartmentFactsOf,
  type AuditEntry,
  type RecordChange,
  type TraceEntry,
  type TraceRecord,
} from '../storage/index.ts';
import {dayOf, planFacts, type PlanFacts} from '../withholding/index.ts';
import {saidItem} from './said-item.ts';
import {traceView, type TraceView} from './trace-view.ts';

/** What somebody says or did because of an item of the child's. */
export interface NewTrace {
  readonly itemId: ItemId;
  readonly entry: TraceEntry;
  /** Why words of a private note may stand where more people read. */
  readonly copyReason: CopyReason | null;
}

/** What may come of words of the child's that only a few read. */
const TIED: ReadonlySet<string> = new Set(['need', 'outcome', 'provision', 'goal', 'step', 'safetyRule']);

/**
 * What came of everything that the child said (C04; domain 5.2, step 11): why it isn't in the plan, what was done, and, of what only a
 * few read, what was written because of it. For exactly the readers of the item.
 */
export class Traces {
  readonly #ports: AgreementPorts;
  readonly #check: WordsCheck;

  constructor(ports: AgreementPorts) {
    this.#ports = ports;
    this.#check = new WordsCheck(ports);
  }

  /** What a session of a reader may show, oldest first. */
  async list(planId: PlanId, reader: Reader): Promise<readonly TraceView[]> {
    const facts = await planFacts(this.#ports, planId);
    const known = await this.#known(facts, reader);
    return known.flatMap(record => traceView(record, facts, reader) ?? []);
  }

  /** Writes down what came of an item. A newer reason stands in the place of an older one. */
  leave(planId: PlanId, speaker: Speaker, {itemId, entry, copyReason}: NewTrace): Promise<TraceView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const place = saidItem(facts, speaker, itemId);
      const {participant, session} = speaker;
      const {plan} = facts;
      if (!mayTrace(participant, plan.stage, compartmentFactsOf(plan, place.home)))
        throw new RequestProblem('NOT_FOUND');
      if (entry.act === 'linked') demandTieable(facts, place, entry.to);
      if (entry.act === 'done' && entry.on > dayOf(this.#ports.clock.now()))
        throw new RequestProblem('BAD_REQUEST', 'on');
      const ids = readersOfPlace(facts, place);
      const readers = facts.people.filter(({id}) => ids.has(id));
      const words = {words: entry.act === 'linked' ? '' : entry.words, copyReason};
      const standing = {compartment: place.compartment, itemId, readers};
      const checked = await this.#check.demand(facts, speaker, words, standing);
      const record: TraceRecord = {
        ...{id: newId<TraceId>(this.#ports.random), planId, compartmentId: place.compartment.id, itemId},
        ...{by: participant.id, sessionId: session.id, at: this.#ports.clock.now(), entry},
        takenBackAt: null,
      };
      await this.#write(facts, place, speaker, record, entry.act, checked.notes);
      checked.tell();
      return this.#viewOf(record, facts, speaker);
    });
  }

  /** Takes back what somebody wrote down themselves: its words go, that there was something stays. */
  takeBack(planId: PlanId, speaker: Speaker, id: string): Promise<TraceView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const record = (await this.#known(facts, speaker)).find(one => one.id === id);
      if (record === undefined || record.by !== speaker.participant.id) throw new RequestProblem('NOT_FOUND');
      const place = saidItem(facts, speaker, record.itemId);
      if (record.takenBackAt !== null) return this.#viewOf(record, facts, speaker);
      const entry = record.entry.act === 'linked' ? record.entry : {...record.entry, words: ''};
      const taken = {...record, entry, takenBackAt: this.#ports.clock.now()};
      await this.#write(facts, place, speaker, taken, 'takenBack');
      return this.#viewOf(taken, facts, speaker);
    });
  }

  /**
   * The traces whose readers, and whose item's readers, a reader is one of, as far as the item stands: of one that somebody deleted
   * nothing is told, as nothing is of one that was withheld.
   */
  async #known(facts: PlanFacts, reader: Reader): Promise<readonly TraceRecord[]> {
    const mine = receivedTalk(facts, reader, await this.#ports.storage.talk.traces.of(facts.plan.id));
    const standing = new Set<string>();
    const homes = Map.groupBy(facts.items, ({compartmentId}) => compartmentId);
    for (const [home, items] of homes) {
      const wanted = new Set(items.flatMap(({id}) => (mine.some(one => one.itemId === id) ? [id] : [])));
      for (const id of (await standingItems(this.#ports, facts, home, wanted)).keys()) standing.add(id);
    }
    return mine.filter(({itemId}) => standing.has(itemId));
  }

  async #write(
    facts: PlanFacts,
    place: Place,
    {participant, session}: Speaker,
    record: TraceRecord,
    act: string,
    notes: readonly RecordChange[] = [],
  ): Promise<void> {
    const {storage, sync, clock} = this.#ports;
    const {planId, compartmentId, itemId} = record;
    const append: AuditEntry = {
      ...{planId, at: clock.now(), actor: participant.id, sessionId: session.id, action: 'traced'},
      ...{compartmentId, itemIds: [itemId], subject: null, detail: {act}},
    };
    await storage.record([{kind: 'trace', put: record}, {kind: 'audit', append}, ...notes]);
    await sync.tellRecords(planId, readersOfPlace(facts, place), ['traces']);
  }

  #viewOf(record: TraceRecord, facts: PlanFacts, reader: Reader): TraceView {
    const view = traceView(record, facts, reader);
    if (view === null) throw new RequestProblem('NOT_FOUND');
    return view;
  }
}

/**
 * Ends the request unless the reference leads from where few read to the plan, or to what stands in the same document (ruling 23). Where
 * everybody reads the words, the need or outcome itself says that it rests on them.
 */
function demandTieable({items, compartments}: PlanFacts, {home}: Place, to: ItemId): void {
  const open = new Set(compartments.flatMap(({id, kind}) => (kind === 'withheld' ? [] : [id])));
  const target = items.find(
    ({id, compartmentId}) => id === to && (compartmentId === home.id || open.has(compartmentId)),
  );
  if (home.kind !== 'withheld' || target === undefined || !TIED.has(target.type))
    throw new RequestProblem('NOT_FOUND');
}
