import type {RootName} from '@goldthread/schema';
import {CLOSE, type CheckMessage, type RefusedMessage, type ServerMessage} from '@goldthread/schema/wire';
import {AskedWords} from './asked-words.ts';
import {ASKS, closeReaction, DIVERGED, FAULT, type TradeReason} from './close-reaction.ts';
import {CopyKeeper} from './copy-keeper.ts';
import {divergedRoots, whenComparable} from './diverged-roots.ts';
import type {KeptDoc} from './doc-copy.ts';
import type {DocFacts, DocNews, Ended} from './doc-facts.ts';
import {DocLink, type LinkListener, type LinkOptions} from './doc-link.ts';
import type {DocSessionOptions} from './doc-session-options.ts';
import {DocShelf, type OldDoc} from './doc-shelf.ts';
import {openFresh} from './fresh-link.ts';
import {knowsEveryNode} from './knows-every-node.ts';
import {recover, wordsNeverStored} from './recover.ts';
import {isSettled} from './save-ledger.ts';
import type {Ticket} from './ticket.ts';
import {UnsentTray} from './unsent-tray.ts';

/**
 * What happens to one document: opening, messages of the server, loss of trust, the end. Owns the connection, the copy
 * on the device and the unsent words; says nothing to the page but that something changed.
 */
export class DocLife {
  readonly tray: UnsentTray;
  readonly asked = new AskedWords();
  readonly #options: DocSessionOptions;
  readonly #emit: (what: DocNews) => void;
  readonly #keeper: CopyKeeper;
  readonly #shelf = new DocShelf(null);
  #link: DocLink | null = null;
  #ended: Ended | null = null;
  #frozen: string | null = null;
  #roots: readonly RootName[] = [];
  #hasContent = false;
  #hasPutBack = false;
  #refusal: RefusedMessage | null = null;
  #told = {connected: false, save: ''};
  /** A stale copy of the device, whose unsent words are looked for once the fresh document is there. */
  #orphan: OldDoc | null = null;

  constructor(options: DocSessionOptions, emit: (what: DocNews) => void) {
    this.#options = options;
    this.#emit = emit;
    this.tray = new UnsentTray(options.compartment.id, options.now);
    this.#keeper = new CopyKeeper(options.copy, options.compartment.id, options.tickets, () => emit('save'));
  }

  /** The document to show: a connected one, or what the device kept, or an empty one. */
  get shown(): DocLink | DocShelf {
    return this.#link ?? this.#shelf;
  }

  get facts(): DocFacts {
    return {
      link: this.#link,
      ended: this.#ended,
      frozen: this.#frozen,
      roots: this.#roots,
      hasContent: this.#hasContent,
      keeping: this.#keeper.keeping,
    };
  }

  async open(): Promise<void> {
    const kept = await this.#keeper.load();
    const answer = await this.#options.tickets(this.#options.compartment.id);
    if (this.#link !== null || this.#ended !== null) return;
    if (answer.ok) await this.#begin(answer.value, kept);
    else if (answer.error === 'offline' || answer.error === 'broken') await this.#beginOffline(kept);
    else await this.end(answer.error);
    this.#emit('change');
  }

  stop(): void {
    this.#ended ??= {kind: 'closed', why: 'stopped', sentence: ''};
    this.#link?.stop();
    this.#shelf.stop();
    this.#keeper.stop();
    this.#emit('change');
  }

  async end(why: 'signedOut' | 'gone'): Promise<void> {
    if (this.#ended?.kind === 'closed') return;
    const {sentence} = why === 'signedOut' ? CLOSE.signedOut : CLOSE.notYours;
    this.#ended = {kind: 'closed', why: why === 'signedOut' ? 'signedOut' : 'notYours', sentence};
    this.#link?.stop();
    this.#shelf.stop();
    const kept = this.#link === null ? await this.#keeper.load() : null;
    this.tray.keep(wordsNeverStored(this.#link ?? new DocShelf(kept)), sentence);
    await this.#keeper.forget();
    this.#emit('change');
  }

  async #begin(ticket: Ticket, kept: KeptDoc | null): Promise<void> {
    const usable = kept !== null && kept.facts.epoch === ticket.epoch ? kept : null;
    if (kept !== null && usable === null) this.#orphan = new DocShelf(kept);
    this.#hasContent = usable !== null;
    await this.#adopt(this.#makeLink(ticket, usable), usable === null);
    if (usable !== null && !knowsEveryNode(this.shown.doc)) this.#outOfDate();
  }

  async #beginOffline(kept: KeptDoc | null): Promise<void> {
    if (kept === null) return;
    this.#roots = kept.facts.writableRoots;
    this.#hasContent = true;
    const spare = await this.#keeper.takeSpare();
    if (spare !== null && spare.epoch === kept.facts.epoch)
      await this.#adopt(this.#makeLink(spare, kept), false);
    else if (this.#shelf.isEmpty) this.#shelf.fill(kept);
    if (!knowsEveryNode(this.shown.doc)) this.#outOfDate();
  }

  #makeLink(ticket: Ticket, kept: KeptDoc | null): DocLink {
    return new DocLink({...this.#linkOptions(ticket, kept), listener: this.#listener()});
  }

  #linkOptions(ticket: Ticket, kept: KeptDoc | null): Omit<LinkOptions, 'listener'> {
    const {serverUrl, compartment, now} = this.#options;
    return {serverUrl, room: compartment.id, ticket, kept, now};
  }

  #listener(): LinkListener {
    return {
      onMessage: message => this.#onMessage(message),
      onClosed: code => void this.#onClosed(code),
      onDropped: () => this.#onDropped(),
      onSynced: () => this.#onSynced(),
      onLedger: () => this.#onLedger(),
      onFault: () => void this.#trade(FAULT),
    };
  }

  async #adopt(link: DocLink, isFresh: boolean): Promise<void> {
    this.#link = link;
    link.awareness.on('change', () => this.#emit('presence'));
    const following = this.#keeper.follow(link, isFresh);
    this.#emit('doc');
    this.#emit('presence');
    await following;
    this.#keeper.note(this.#roots);
  }

  #onMessage(message: ServerMessage): void {
    const link = this.#link;
    if (message.kind === 'hello' || message.kind === 'rights') {
      this.#roots = message.writableRoots;
      this.#keeper.note(this.#roots);
      this.#options.onContact();
      if (message.kind === 'rights') this.#options.onDoubt();
    } else if (message.kind === 'freeze') this.#frozen = message.on ? message.reason : null;
    else if (message.kind === 'refused') this.#refusal = message;
    else if (message.kind === 'records') this.#options.onRecords(message.kinds);
    else if (message.kind === 'check') whenComparable(link, () => this.#check(link, message));
    // The ledger has told what an acknowledgement means, and a comparison that found nothing means nothing.
    if (message.kind !== 'durable' && message.kind !== 'check') this.#emit('change');
  }

  #onSynced(): void {
    const {doc} = this.shown;
    if (!knowsEveryNode(doc)) return this.#outOfDate();
    this.#hasContent = true;
    void this.#keeper.fetchSpare();
    if (this.#orphan !== null) {
      this.tray.keep(
        recover(this.#orphan, doc, () => false),
        CLOSE.stale.sentence,
      );
      this.#orphan = null;
    }
    this.#emit('change');
  }

  #onLedger(): void {
    if (this.#link === null) return;
    const {connected, dirty, savedAt} = this.#link.ledger;
    const before = {...this.#told, unsent: this.tray.words.length};
    if (isSettled(this.#link.ledger)) {
      this.#hasPutBack = false;
      this.tray.wait([], '');
    }
    this.#keeper.note(this.#roots);
    // Each key makes several entries, of which the page can tell only these apart.
    this.#told = {connected, save: `${dirty} ${savedAt !== null}`};
    if (connected !== before.connected || this.tray.words.length < before.unsent) this.#emit('change');
    else if (this.#told.save !== before.save) this.#emit('save');
  }

  #onDropped(): void {
    // Withheld words can't be kept on the device, so they are shown to copy while the page still has them.
    if (this.#options.compartment.kind === 'withheld' && this.#link !== null) {
      this.tray.wait(wordsNeverStored(this.#link), CLOSE.tryAgain.sentence);
    }
    this.#emit('change');
    this.#options.onDoubt();
  }

  async #onClosed(code: number): Promise<void> {
    const reaction = closeReaction(code, this.#refusal);
    if (reaction.kind === 'outOfDate') return this.#outOfDate();
    if (reaction.kind === 'signedOut') {
      await this.end('signedOut');
      return this.#options.onDoubt();
    }
    await this.#trade(reaction.reason);
    if (reaction.thenAsk) this.#options.onDoubt();
  }

  #check(link: DocLink | null, check: CheckMessage): void {
    if (link === null || link !== this.#link) return;
    const diverged = divergedRoots(link.doc, check);
    for (const {root, hash} of diverged) link.send({kind: 'diverged', root, hash});
    if (diverged.length > 0) void this.#trade(DIVERGED);
  }

  /**
   * Trades the document for a fresh one. Unsent words are put in again at most once in a row: what is refused twice is
   * the person's to copy.
   */
  async #trade({code, sentence, mayPutBack}: TradeReason): Promise<void> {
    const old = this.#link;
    if (old === null || this.#ended !== null) return;
    this.#ended = {kind: 'refused', code, sentence};
    this.#refusal = null;
    old.stop();
    this.#emit('change');
    const {tickets, compartment} = this.#options;
    const options = (ticket: Ticket) => this.#linkOptions(ticket, null);
    const fresh = await openFresh(tickets, compartment.id, options, () => this.#ended?.kind !== 'refused');
    if (fresh.kind === 'outOfDate') return this.#outOfDate();
    if (fresh.kind === 'ended') return this.end(fresh.why);
    const putBack = mayPutBack && !this.#hasPutBack;
    this.#hasPutBack = putBack;
    this.#roots = fresh.roots;
    fresh.link.setListener(this.#listener());
    const left = recover(old, fresh.link.doc, root => putBack && fresh.roots.includes(root));
    this.tray.keep(left, sentence, code === ASKS);
    this.#ended = null;
    await this.#adopt(fresh.link, true);
    this.#emit('change');
    // Views on the old document were bound anew by the event `doc`.
    this.asked.afterTrade(old, fresh.link.doc, code);
  }

  #outOfDate(): void {
    if (this.#link !== null) this.tray.keep(wordsNeverStored(this.#link), CLOSE.schemaTooOld.sentence);
    this.#ended = {kind: 'outOfDate', sentence: CLOSE.schemaTooOld.sentence};
    this.#link?.stop();
    this.#emit('change');
  }
}
