import {receives, type CompartmentId, type ParticipantId} from '@goldthread/schema';
import {SHINGLE_WORDS, ShingleIndex} from '@goldthread/schema/disclosure';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {itemsChangedBy, wordsAfter, wordsBefore, wordsNow, type ItemWords} from '../gate/index.ts';
import type {CopyId, CopyRecord} from '../storage/index.ts';
import {printOf} from './copy-print.ts';
import type {LivePlan, Rights, Seat} from './live-plan.ts';
import {wordsAround} from './word-window.ts';

/** Words in a row that stand in a withheld document, at their place in a text. */
export interface CopiedRun {
  readonly from: CompartmentId;
  /** The words as they are compared. */
  readonly words: string;
  readonly start: number;
  readonly end: number;
}

/** Who reads what somebody would write. */
export interface CopyReaders extends Seat {
  readonly plan: LivePlan;
  readonly readers: ReadonlySet<ParticipantId>;
  /** The withheld document in which it stands itself. */
  readonly own: CompartmentId | null;
}

/** Where somebody writes. */
export interface CopyPlace extends Seat {
  readonly plan: LivePlan;
  readonly rights: Rights;
}

/**
 * Watches one plan for words that somebody brings from a withheld document to where more people read (E08): copied, dragged or
 * retyped, eight in a row. Only words that the writer receives count, so that whoever happens to write the same ones isn't
 * stopped and learns nothing (ruling 3).
 */
export class CopyWatch {
  readonly #index = new ShingleIndex();
  readonly #items = new Map<CompartmentId, Set<string>>();
  /** Texts that changed since they were last looked through; each key that somebody strikes makes one. */
  readonly #changed = new Map<string, string>();
  /** By what somebody may do in one document, which is decided anew with everything that this depends on. */
  readonly #narrow = new WeakMap<Rights, ReadonlySet<CompartmentId>>();
  /** What somebody decided may stand elsewhere; storage has it too. */
  readonly #decided = new Map<CopyId, CopyRecord>();

  /** Takes over every item of a withheld document, as it is now. */
  read(id: CompartmentId, doc: Y.Doc): void {
    for (const source of this.#items.get(id) ?? []) this.#changed.set(source, '');
    for (const item of itemsOf(doc)) this.note(id, itemIdOf(item), item);
  }

  /** Takes over one item of a withheld document. */
  note(id: CompartmentId, itemId: string | null, item: Y.XmlElement): void {
    const source = `${id} ${itemId ?? ''}`;
    this.#items.set(id, (this.#items.get(id) ?? new Set()).add(source));
    this.#changed.set(source, item._item?.deleted === true ? '' : linesOf(wordsNow(item)).join('\n'));
  }

  /** The words that somebody would copy from documents of which they receive more than others here. */
  copiedIn(text: string, place: CopyPlace): CopiedRun[] {
    const narrow = this.#narrowFor(place);
    return narrow.size === 0 ? [] : this.#runsIn(text, narrow);
  }

  /** The words that somebody would show to these people from documents of which some of them receive less. */
  shownIn(text: string, readers: CopyReaders): CopiedRun[] {
    const narrow = narrowAmong(readers);
    return narrow.size === 0 ? [] : this.#runsIn(text, narrow);
  }

  /** Those words which stand in a document already. */
  standingIn(doc: Y.Doc, readers: CopyReaders): string[] {
    const narrow = narrowAmong(readers);
    return itemsOf(doc).flatMap(item =>
      linesOf(wordsNow(item)).flatMap(line => this.#runsIn(line, narrow).map(({words}) => words)),
    );
  }

  /** Lets people bring words where they decided that it is right. */
  allow(decisions: readonly CopyRecord[]): void {
    for (const decision of decisions) this.#decided.set(decision.id, decision);
  }

  /** Forgets the decisions of which a document is one end. */
  forget(id: CompartmentId): void {
    for (const {id: key, from, to} of this.#decided.values())
      if (from === id || to === id) this.#decided.delete(key);
  }

  /** Whether a transaction brings such words; to be asked as its `afterTransaction` is. */
  isCopy(place: CopyPlace, transaction: Y.Transaction): boolean {
    if (this.#items.size === 0) return false;
    const narrow = this.#narrowFor(place);
    if (narrow.size === 0) return false;
    const items = new Set(itemsChangedBy(transaction).keys());
    const brought = [...items].flatMap(item =>
      item._item?.deleted === true ? [] : this.#runsAround(wordsAfter(item, transaction), narrow),
    );
    if (brought.length === 0) return false;
    const left = this.#undecided(brought, place);
    return left.length > 0 && this.#isNew(left, items, transaction, narrow);
  }

  /** Those words of which this writer didn't decide that they may stand here. */
  #undecided(words: readonly string[], {participantId, rights}: CopyPlace): readonly string[] {
    const here = [...this.#decided.values()].filter(
      ({by, to}) => by === participantId && to === rights.facts.id,
    );
    const known = new Set(here.flatMap(({prints}) => prints));
    return known.size === 0 ? words : words.filter(run => !known.has(printOf(run)));
  }

  /** Whether any of these words stood nowhere in the document before: who reads it could read them already. */
  #isNew(
    brought: readonly string[],
    items: ReadonlySet<Y.XmlElement>,
    transaction: Y.Transaction,
    narrow: ReadonlySet<CompartmentId>,
  ): boolean {
    const stood = new Set<string>();
    const add = (words: ItemWords) => {
      for (const line of linesOf(words)) for (const run of this.#runsIn(line, narrow)) stood.add(run.words);
    };
    const isMissing = () => brought.some(run => !stood.has(run));
    for (const item of items) add(wordsBefore(item, transaction));
    // Mostly they stood where somebody now writes on; only otherwise is all of the document looked through.
    if (!isMissing()) return false;
    for (const item of itemsOf(transaction.doc)) if (!items.has(item)) add(wordsNow(item));
    return isMissing();
  }

  /** The withheld documents that somebody receives and that not everybody does who reads where they write. */
  #narrowFor({plan, rights, ...seat}: CopyPlace): ReadonlySet<CompartmentId> {
    const known = this.#narrow.get(rights);
    if (known !== undefined) return known;
    const all = plan.access.participants.map(({id}) => id);
    const readers = new Set(all.filter(id => receives(id, rights.facts)));
    const ids = narrowAmong({plan, readers, own: rights.facts.id, ...seat});
    this.#narrow.set(rights, ids);
    return ids;
  }

  #runsAround({text, touched, details}: ItemWords, narrow: ReadonlySet<CompartmentId>): string[] {
    const window = touched === null ? '' : wordsAround(text, touched, SHINGLE_WORDS).text;
    return [window, ...details].flatMap(line => this.#runsIn(line, narrow).map(run => run.words));
  }

  #runsIn(text: string, narrow: ReadonlySet<CompartmentId>): CopiedRun[] {
    for (const [source, words] of this.#changed) {
      if (words === '') this.#index.remove(source);
      else this.#index.add(source, words);
    }
    this.#changed.clear();
    return this.#index
      .runsIn(text, source => narrow.has(compartmentOf(source)))
      .map(({source, ...run}) => ({...run, from: compartmentOf(source)}));
  }
}

/** The withheld documents, but for one, that somebody receives and that not all of these readers do. */
function narrowAmong({plan, readers, own, ...seat}: CopyReaders): ReadonlySet<CompartmentId> {
  const narrow = plan.access.compartments.filter(
    other =>
      other.kind === 'withheld' &&
      other.id !== own &&
      [...readers].some(id => !receives(id, other)) &&
      plan.rights(seat, other.id) !== null,
  );
  return new Set(narrow.map(({id}) => id));
}

function itemsOf(doc: Y.Doc): Y.XmlElement[] {
  const items: Y.XmlElement[] = [];
  for (const root of doc.share.values()) {
    for (let child = root._start; child !== null; child = child.right) {
      const type = child.deleted || !(child.content instanceof Y.ContentType) ? null : child.content.type;
      if (type instanceof Y.XmlElement) items.push(type as Y.XmlElement);
    }
  }
  return items;
}

function compartmentOf(source: string): CompartmentId {
  // Only `note` ever made one.
  return source.slice(0, source.indexOf(' ')) as CompartmentId;
}

function linesOf({text, details}: ItemWords): string[] {
  return [text, ...details];
}
