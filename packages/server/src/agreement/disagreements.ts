import {
  isProfessional,
  newId,
  partyCalled,
  partyOf,
  receives,
  type DisagreementId,
  type ItemId,
  type PlanId,
  type Reader,
} from '@goldthread/schema';
import {readElement} from '@goldthread/schema/ydoc';
import {RequestProblem} from '../errors.ts';
import {compartmentFactsOf, type DisagreementRecord, type RecordChange} from '../storage/index.ts';
import {peopleKnownTo, planFacts, wordsOfEntry, type PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {itemWords} from './comment-anchor.ts';
import {withItems} from './comment-list.ts';
import {openPlace, placeFor, placeForRoot, readersOfPlace, type OpenPlace} from './comment-place.ts';
import {filesToSend} from './disagreement-files.ts';
import {listed, type DisagreementList} from './disagreement-list.ts';
import type {DisagreementView, TryView} from './disagreement-view.ts';
import {matterFor, openingOf, placeOfMatter} from './find-matter.ts';
import type {NewDisagreement, NewEntry, NewTry} from './new-entry.ts';
import type {Speaker} from './speaker.ts';
import {whatRootSays} from './standing-items.ts';
import {whatItSays} from './what-it-says.ts';
import {WordsCheck} from './words-check.ts';

/** Longest words of an item that a disagreement keeps. */
const QUOTE_LENGTH = 2000;

/**
 * What sides say where they don't agree, each in their own words, and what was done to hear a side that says nothing (ux 6.7, domain
 * 7.4). Entries are only ever added. None of it stops anything.
 */
export class Disagreements {
  readonly #ports: AgreementPorts;
  readonly #check: WordsCheck;

  constructor(ports: AgreementPorts) {
    this.#ports = ports;
    this.#check = new WordsCheck(ports);
  }

  /** What a session of a reader may show. */
  async list(planId: PlanId, reader: Reader): Promise<DisagreementList> {
    return listed(this.#ports, await planFacts(this.#ports, planId), reader);
  }

  open(planId: PlanId, speaker: Speaker, said: NewDisagreement): Promise<DisagreementView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const {about, words, wish, why} = said;
      const isItem = 'itemId' in about;
      const place = isItem
        ? placeFor(facts, speaker, about.itemId, null)
        : placeForRoot(facts, speaker, about.root);
      const found = isItem
        ? await this.#whatItSaid(facts, place, about.itemId)
        : // The words of a part would stay here for everybody when one of its items is withheld.
          {quote: '', saw: await whatRootSays(this.#ports, facts, about.root)};
      const entry = {act: 'opened', words, wish, why, ...found} as const;
      const matter = newId<DisagreementId>(this.#ports.random);
      await this.#write(facts, place, speaker, {matter, itemId: null, ...about, entry}, said);
      return matterFor(this.#ports, facts, speaker, matter);
    });
  }

  async #whatItSaid(facts: PlanFacts, {home}: OpenPlace, itemId: ItemId) {
    const found = await withItems(this.#ports, facts, home.id, new Set([itemId]), elements => {
      const element = elements.get(itemId);
      if (element === undefined) return null;
      const quote = itemWords(element).slice(0, QUOTE_LENGTH);
      return {quote, saw: whatItSays(readElement(element))};
    });
    if (found === null) throw new RequestProblem('NOT_FOUND');
    return found;
  }

  /**
   * Says something to it. That it is agreed now only the side says that opened it: nobody else's silence or word is agreement. The
   * same for whether it is printed with the plan.
   */
  say(planId: PlanId, speaker: Speaker, id: string, said: NewEntry): Promise<DisagreementView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const first = await openingOf(this.#ports, facts, speaker, id);
      const place = placeOfMatter(facts, speaker, first);
      if (OWN_ACTS.has(said.outcome) && first.party !== partyOf(speaker.participant))
        throw new RequestProblem('NOT_YOUR_DISAGREEMENT');
      const entry = {act: said.outcome ?? ('said' as const), words: said.words};
      await this.#write(facts, place, speaker, {...first, entry}, said);
      return matterFor(this.#ports, facts, speaker, first.matter);
    });
  }

  /** Takes it back, for the side that opened it; its words may go, what others said stays. */
  withdraw(planId: PlanId, speaker: Speaker, id: string, hideWords: boolean): Promise<DisagreementView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const first = await openingOf(this.#ports, facts, speaker, id);
      const place = placeOfMatter(facts, speaker, first);
      if (first.party !== partyOf(speaker.participant)) throw new RequestProblem('NOT_YOUR_DISAGREEMENT');
      const hidden = hideWords ? await this.#takenBack(facts, first) : [];
      const entry = {act: 'withdrawn', words: ''} as const;
      await this.#write(facts, place, speaker, {...first, entry}, NOTHING_MORE, hidden);
      return matterFor(this.#ports, facts, speaker, first.matter);
    });
  }

  /** The side's own words, and what went with them, out of a disagreement. */
  async #takenBack({plan}: PlanFacts, {matter, party}: DisagreementRecord): Promise<RecordChange[]> {
    const {disagreements, files} = this.#ports.storage.talk;
    const own = (await disagreements.of(plan.id)).filter(one => one.matter === matter && one.party === party);
    const ids = new Set<string | null>(own.map(({id}) => id));
    const gone = (await files.of(plan.id)).filter(({entryId}) => ids.has(entryId));
    const said = own.filter(({id, entry}) => entry.words !== '' || gone.some(({entryId}) => entryId === id));
    return [
      ...said.map(
        one => ({kind: 'disagreement', put: {...one, isGone: true, entry: bare(one.entry)}}) as const,
      ),
      ...gone.map(({id}) => ({kind: 'disagreementFileGone', id}) as const),
    ];
  }

  /** Notes that a side was asked, and what was offered to it. */
  tried(planId: PlanId, speaker: Speaker, {itemId, to, copyReason, ...said}: NewTry): Promise<TryView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      if (!isProfessional(speaker.participant.role)) throw new RequestProblem('NOT_FOUND');
      const place = itemId === null ? openPlace(facts) : placeFor(facts, speaker, itemId, null);
      const where = compartmentFactsOf(facts.plan, place.home);
      const readers = peopleKnownTo(facts, speaker.participant.id).filter(({id}) => receives(id, where));
      const party = partyCalled(readers, to);
      if (party === null || facts.plan.stage === 'ceased') throw new RequestProblem('NOT_FOUND');
      const entry = {act: 'tried', ...said, to: party} as const;
      const matter = newId<DisagreementId>(this.#ports.random);
      const more = {copyReason, files: []};
      const id = await this.#write(facts, place, speaker, {matter, itemId, entry}, more);
      const view = (await listed(this.#ports, facts, speaker)).tries.find(one => one.id === id);
      if (view === undefined) throw new RequestProblem('NOT_FOUND');
      return view;
    });
  }

  async #write(
    facts: PlanFacts,
    {compartment, home}: OpenPlace,
    speaker: Speaker,
    {matter, itemId, root, entry}: Pick<DisagreementRecord, 'matter' | 'itemId' | 'root' | 'entry'>,
    {copyReason, files}: Pick<NewEntry, 'copyReason' | 'files'>,
    more: readonly RecordChange[] = [],
  ): Promise<DisagreementId> {
    const {storage, sync, clock, random} = this.#ports;
    const {participant, session} = speaker;
    const ids = readersOfPlace(facts, {compartment, home});
    const readers = facts.people.filter(({id}) => ids.has(id));
    const own = entry.act === 'opened' ? {...entry, quote: ''} : entry;
    const words = {words: wordsOfEntry(own), copyReason};
    const checked = await this.#check.demand(facts, speaker, words, {compartment, itemId, readers});
    const id = newId<DisagreementId>(random);
    const [planId, at] = [facts.plan.id, clock.now()];
    const sent = (await filesToSend(this.#ports, planId, speaker, files)).map(file => ({
      ...file,
      compartmentId: compartment.id,
      entryId: id,
    }));
    const put: DisagreementRecord = {
      ...{
        id,
        planId,
        compartmentId: compartment.id,
        itemId,
        ...(root !== undefined && {root}),
        matter,
        at,
        entry,
      },
      ...{by: participant.id, party: partyOf(participant), sessionId: session.id},
    };
    const action: 'askedAgain' | 'disagreed' = entry.act === 'tried' ? 'askedAgain' : 'disagreed';
    const append = {
      ...{planId, at, actor: participant.id, sessionId: session.id, action},
      ...{compartmentId: compartment.id, itemIds: itemId === null ? [] : [itemId], subject: null, detail: {}},
    } as const;
    await storage.record([
      ...more,
      {kind: 'disagreement', put},
      ...sent.map(file => ({kind: 'disagreementFile', put: file}) as const),
      {kind: 'audit', append},
      ...checked.notes,
    ]);
    checked.tell();
    // Who was asked twice and said nothing stands among the positions.
    const kinds =
      entry.act === 'tried' ? (['disagreements', 'positions'] as const) : (['disagreements'] as const);
    await sync.tellRecords(planId, ids, kinds);
    return id;
  }
}

const NOTHING_MORE = {copyReason: null, files: []};

/** An entry without what its side said; what the plan said then stays. */
function bare(entry: DisagreementRecord['entry']): DisagreementRecord['entry'] {
  return entry.act === 'opened' ? {...entry, words: '', wish: '', why: ''} : {...entry, words: ''};
}

/** What only the side that opened it says. */
const OWN_ACTS: ReadonlySet<string | null> = new Set(['agreedNow', 'printed', 'notPrinted']);
