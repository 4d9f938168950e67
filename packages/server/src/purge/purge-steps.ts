import {rootsOf, type CompartmentId, type RootName} from '@goldthread/schema';
import {WordsFinder} from '@goldthread/schema/disclosure';
import type {PurgeRecord, RecordChange} from '../storage/index.ts';
import {planFacts, type PlanFacts} from '../withholding/index.ts';
import {cutQuotes, quotesWords} from './cut-quotes.ts';
import {cutRanges, cutWords} from './cut-words.ts';
import {unmask} from './masked-words.ts';
import {needlesOf} from './needles.ts';
import type {PurgePorts} from './purge-ports.ts';
import {REDACTORS} from './redact-records.ts';

/**
 * The steps of one purge, each of which may be done twice: whatever the server was doing when it was killed, the next start goes on
 * from what the record says (confidential-crdt 5, domain 6.8).
 */
export class PurgeSteps {
  readonly #ports: PurgePorts;

  constructor(ports: PurgePorts) {
    this.#ports = ports;
  }

  /** Takes the words out of every document and record, and makes what was sealed before unreadable. */
  async takeOut(record: PurgeRecord): Promise<PurgeRecord> {
    let now = record;
    if (now.state === 'asked') now = await this.#cut(now);
    if (now.state === 'cut') now = await this.#redact(now);
    if (now.state === 'redacted') now = await this.#rekey(now);
    return now;
  }

  /** Takes what was dropped out of every file and makes sure of it; `null` where that has to be tried again. */
  async clean(record: PurgeRecord): Promise<PurgeRecord | null> {
    const {upkeep} = this.#ports.storage;
    if (!(await upkeep.scrub())) return null;
    const needles = record.words === null || record.only !== undefined ? [] : needlesOf(unmask(record.words));
    let found = await upkeep.occurrences(needles);
    if (found > 0) {
      await upkeep.rebuild();
      found = await upkeep.occurrences(needles);
      this.#ports.logger.error(
        {code: 'PURGE_LEFT', planId: record.planId, count: found},
        'a purge found something left',
      );
    }
    const done = await this.#put({
      ...record,
      state: 'done',
      words: null,
      found: record.words === null ? null : found,
      finishedAt: this.#ports.clock.now(),
    });
    await upkeep.scrub();
    return done;
  }

  async #cut(record: PurgeRecord): Promise<PurgeRecord> {
    const facts = await planFacts(this.#ports, record.planId);
    const finder = finderOf(record);
    const roots = rootsIn(facts, record.compartmentId);
    const {only} = record;
    let now = await this.#startAfresh(record, record.compartmentId, doc =>
      only === undefined ? cutWords(doc, finder) : cutRanges(doc, only),
    );
    // Part of a value may stand by chance where nobody typed it.
    for (const id of only === undefined
      ? await this.#quoting(facts, roots, finder, record.compartmentId)
      : []) {
      now = await this.#startAfresh(now, id, doc => cutQuotes(doc, new Set(roots), finder));
    }
    const {planId, compartmentId, by, sessionId, places} = now;
    const noted: RecordChange = {
      kind: 'audit',
      append: {
        ...{planId, compartmentId, sessionId},
        at: this.#ports.clock.now(),
        actor: by,
        action: 'purged',
        itemIds: [],
        subject: null,
        detail: {places: String(places)},
      },
    };
    return this.#put({...now, state: 'cut'}, noted);
  }

  /** Lets a document start afresh without the words, unless it did before a crash. */
  async #startAfresh(
    record: PurgeRecord,
    id: CompartmentId,
    cut: Parameters<PurgePorts['sync']['startAfresh']>[0]['cut'],
  ): Promise<PurgeRecord> {
    if (record.afresh.includes(id)) return record;
    let now = record;
    await this.#ports.sync.startAfresh({
      id,
      cut,
      records(places, deleted) {
        const own = id === record.compartmentId ? {places, deleted} : {};
        now = {...record, ...own, afresh: [...record.afresh, id]};
        return [{kind: 'purge', put: now}];
      },
    });
    return now;
  }

  /** The withheld documents that keep first words of items of this one. */
  async #quoting(
    facts: PlanFacts,
    roots: readonly RootName[],
    finder: WordsFinder,
    purged: CompartmentId,
  ): Promise<CompartmentId[]> {
    const quoting: CompartmentId[] = [];
    for (const {id, kind} of facts.compartments) {
      if (kind !== 'withheld' || id === purged) continue;
      const quotes = (doc: Parameters<typeof quotesWords>[0]) => quotesWords(doc, new Set(roots), finder);
      if (await this.#ports.sync.withDocument(id, quotes)) quoting.push(id);
    }
    return quoting;
  }

  async #redact(record: PurgeRecord): Promise<PurgeRecord> {
    const {planId, compartmentId} = record;
    const compartment = await this.#ports.storage.compartment(compartmentId);
    const scope = {planId, compartmentId, isOpen: compartment?.audience === null, finder: finderOf(record)};
    const redactors = record.only === undefined ? Object.values(REDACTORS) : [];
    for (const redact of redactors) await redact(this.#ports.storage, scope);
    return this.#put({...record, state: 'redacted'});
  }

  /** Records of the plan are sealed with the shared document's key, so that key goes too. */
  async #rekey(record: PurgeRecord): Promise<PurgeRecord> {
    const {storage} = this.#ports;
    const shared = (await storage.compartments(record.planId)).find(({kind}) => kind === 'shared');
    const ids = new Set([
      record.compartmentId,
      ...record.afresh,
      ...(shared === undefined ? [] : [shared.id]),
    ]);
    // Noted outside the data folder too, so that no backup from before brings the words back.
    for (const id of ids) await storage.rotateKey(id, record.at);
    return this.#put({...record, state: 'rekeyed'});
  }

  async #put(record: PurgeRecord, ...more: readonly RecordChange[]): Promise<PurgeRecord> {
    await this.#ports.storage.record([{kind: 'purge', put: record}, ...more]);
    return record;
  }
}

/** The record knows the words until everything is done. */
function finderOf({words}: PurgeRecord): WordsFinder {
  return new WordsFinder(words === null ? '' : unmask(words));
}

function rootsIn(facts: PlanFacts, id: CompartmentId): readonly RootName[] {
  const compartment = facts.compartments.find(one => one.id === id);
  return compartment === undefined ? [] : rootsOf(facts.planType, compartment.kind);
}
