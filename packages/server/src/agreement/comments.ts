import {
  isAnswerTo,
  newId,
  type CommentId,
  type CopyReason,
  type ItemId,
  type PlanId,
  type Reader,
} from '@goldthread/schema';
import {RequestProblem} from '../errors.ts';
import {itemFactsOf, type CommentAnchor, type CommentRecord, type RecordChange} from '../storage/index.ts';
import {planFacts, type PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {wordsBetween} from './comment-anchor.ts';
import {commentsFor, threadsOf, withItems} from './comment-list.ts';
import {placeFor, readersOfPlace, type Place} from './comment-place.ts';
import type {ThreadView} from './comment-view.ts';
import type {Speaker} from './speaker.ts';
import {WordsCheck} from './words-check.ts';

/** What somebody says beside an item. */
export interface NewComment {
  readonly itemId: ItemId;
  /** A comment of the thread to which it belongs; `null` for a new thread. */
  readonly replyTo: string | null;
  /** Where the words of the item begin and end to which it belongs. */
  readonly anchor: {readonly start: string; readonly end: string} | null;
  readonly text: string;
  /** `null` for whichever of the two it is. */
  readonly kind: 'comment' | 'answer' | null;
  /** Why words of a private note may stand where more people read. */
  readonly copyReason: CopyReason | null;
}

const ACTIONS = {
  comment: 'commented',
  answer: 'commented',
  resolved: 'commentResolved',
  reopened: 'commentResolved',
} as const;

/**
 * What people say beside the items of every plan (D06, rulings 14 and 22): read by nobody who doesn't read the item, dealt with by
 * anybody who reads it, taken back by its author alone and deleted by no one.
 */
export class Comments {
  readonly #ports: AgreementPorts;
  readonly #check: WordsCheck;

  constructor(ports: AgreementPorts) {
    this.#ports = ports;
    this.#check = new WordsCheck(ports);
  }

  /** What a session of a reader may show, oldest first. */
  async list(planId: PlanId, reader: Reader): Promise<readonly ThreadView[]> {
    const facts = await planFacts(this.#ports, planId);
    return threadsOf(this.#ports, facts, reader, await commentsFor(this.#ports, facts, reader));
  }

  /** Says something beside an item, or in a thread of such. */
  say(planId: PlanId, speaker: Speaker, said: NewComment): Promise<ThreadView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const before = said.replyTo === null ? null : (await this.#find(facts, speaker, said.replyTo)).record;
      if (before !== null && before.itemId !== said.itemId) throw new RequestProblem('NOT_FOUND');
      const place = placeFor(facts, speaker, said.itemId, before?.compartmentId ?? null);
      const anchor = before === null ? await this.#anchorOf(facts, place, said) : before.anchor;
      const act = kindOf(facts, place, speaker, said.kind);
      const thread = before?.thread ?? newId<CommentId>(this.#ports.random);
      const record = {...this.#newRecord(place, speaker), thread, act, anchor, text: said.text};
      const ids = readersOfPlace(facts, place);
      const readers = facts.people.filter(({id}) => ids.has(id));
      const words = {words: said.text, copyReason: said.copyReason};
      const standing = {compartment: place.compartment, itemId: said.itemId, readers};
      const checked = await this.#check.demand(facts, speaker, words, standing);
      await this.#write(facts, place, speaker, record, ACTIONS[act], checked.notes);
      checked.tell();
      return (await this.#find(facts, speaker, record.id)).view;
    });
  }

  /** Says that a thread is dealt with, or that it isn't after all. Twice is once: whoever was a moment later meant the same. */
  settle(planId: PlanId, speaker: Speaker, id: string, act: 'resolved' | 'reopened'): Promise<ThreadView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const {record: before, view} = await this.#find(facts, speaker, id);
      const place = placeFor(facts, speaker, before.itemId, before.compartmentId);
      if ((view.resolved !== null) === (act === 'resolved')) return view;
      const {thread, anchor} = before;
      const record = {...this.#newRecord(place, speaker), thread, act, anchor, text: ''};
      await this.#write(facts, place, speaker, record, ACTIONS[act]);
      return (await this.#find(facts, speaker, id)).view;
    });
  }

  /** Takes the author's words away. That there were some stays, and so does what others said to them. */
  takeBack(planId: PlanId, speaker: Speaker, id: string): Promise<ThreadView> {
    return this.#ports.queue.run(planId, async () => {
      const facts = await planFacts(this.#ports, planId);
      const {record, view} = await this.#find(facts, speaker, id);
      if (!isOwn(record, speaker)) throw new RequestProblem('NOT_FOUND');
      const place = placeFor(facts, speaker, record.itemId, record.compartmentId);
      if (record.takenBackAt !== null) return view;
      const taken = {...record, text: '', takenBackAt: this.#ports.clock.now()};
      await this.#write(facts, place, speaker, taken, 'commentTakenBack');
      return (await this.#find(facts, speaker, id)).view;
    });
  }

  /** A comment that a speaker may know, with its thread as they see it. */
  async #find(facts: PlanFacts, speaker: Speaker, id: string) {
    const records = await commentsFor(this.#ports, facts, speaker);
    const record = records.find(one => one.id === id);
    const thread = records.filter(one => one.thread === record?.thread);
    const [view] = await threadsOf(this.#ports, facts, speaker, thread);
    if (record === undefined || !view?.comments.some(one => one.id === id))
      throw new RequestProblem('NOT_FOUND');
    return {record, view};
  }

  async #anchorOf(
    facts: PlanFacts,
    {item, home}: Place,
    {anchor}: NewComment,
  ): Promise<CommentAnchor | null> {
    const found = await withItems(this.#ports, facts, home.id, new Set([item.id]), elements => {
      const element = elements.get(item.id);
      if (element === undefined) throw new RequestProblem('NOT_FOUND');
      return anchor === null ? null : wordsBetween(element, anchor.start, anchor.end);
    });
    if (anchor === null) return null;
    if (found === null) throw new RequestProblem('WORDS_NOT_THERE');
    return {...anchor, quote: found};
  }

  #newRecord({item, compartment}: Place, {participant, session}: Speaker) {
    const {random, clock} = this.#ports;
    return {
      id: newId<CommentId>(random),
      planId: item.planId,
      compartmentId: compartment.id,
      itemId: item.id,
      by: participant.id,
      sessionId: session.id,
      at: clock.now(),
      takenBackAt: null,
    };
  }

  async #write(
    facts: PlanFacts,
    place: Place,
    {participant, session}: Speaker,
    record: CommentRecord,
    action: (typeof ACTIONS)[keyof typeof ACTIONS] | 'commentTakenBack',
    notes: readonly RecordChange[] = [],
  ): Promise<void> {
    const {storage, sync, clock} = this.#ports;
    const {planId, compartmentId, itemId} = record;
    const append = {
      ...{planId, at: clock.now(), actor: participant.id, sessionId: session.id, action},
      ...{compartmentId, itemIds: [itemId], subject: null, detail: {}},
    };
    await storage.record([{kind: 'comment', put: record}, {kind: 'audit', append}, ...notes]);
    await sync.tellRecords(planId, readersOfPlace(facts, place), ['comments']);
  }
}

function kindOf(
  {everyone}: PlanFacts,
  {item}: Place,
  {participant}: Speaker,
  kind: NewComment['kind'],
): 'comment' | 'answer' {
  const owner = everyone.find(({id}) => id === item.owner);
  const isAnswer = isAnswerTo(participant, itemFactsOf(item), item.root, owner?.role ?? null);
  if (kind === 'answer' && !isAnswer) throw new RequestProblem('BAD_REQUEST', 'kind');
  return kind ?? (isAnswer ? 'answer' : 'comment');
}

/** Where it isn't sure who sits there, only in the session in which it was said. */
function isOwn({by, sessionId}: CommentRecord, {participant, session, isConfirmed}: Speaker): boolean {
  return by === participant.id && (isConfirmed || sessionId === session.id);
}
