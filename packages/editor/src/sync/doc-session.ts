import type {CompartmentId, CompartmentKind, RootName} from '@goldthread/schema';
import {
  CLOSE,
  closeNameOf,
  type CheckMessage,
  type RecordKind,
  type RefusedMessage,
  type ServerMessage,
} from '@goldthread/schema/wire';
import type {Awareness} from 'y-protocols/awareness';
import type * as Y from 'yjs';
import {CopyKeeper} from './copy-keeper.ts';
import {divergedRoots} from './diverged-roots.ts';
import type {DocCopy, KeptDoc} from './doc-copy.ts';
import {DocLink, type LinkListener, type LinkOptions} from './doc-link.ts';
import {allowsTyping, type DocSessionState} from './doc-session-state.ts';
import {DocShelf, type OldDoc} from './doc-shelf.ts';
import type {EditableDoc} from './editable-doc.ts';
import {openSynced, ticketWhenReachable} from './fresh-link.ts';
import {knowsEveryNode} from './knows-every-node.ts';
import {recover, wordsNeverStored} from './recover.ts';
import {isSettled, saveStateOf} from './save-ledger.ts';
import type {SaveState} from './save-state.ts';
import type {Ticket} from './ticket.ts';
import type {ApiProblem, TicketSource} from './ticket-source.ts';
import {UnsentTray} from './unsent-tray.ts';
import type {UnsentWords} from './unsent-words.ts';

/** What one document's session needs from the plan's. */
export interface DocSessionOptions {
  readonly compartment: {readonly id: CompartmentId; readonly kind: CompartmentKind};
  /** Such as `wss://plan.example/sync/PLAN`. */
  readonly serverUrl: string;
  readonly tickets: TicketSource;
  /** Null where nothing may be kept on the device. */
  readonly copy: DocCopy | null;
  readonly now: () => Date;
  /** Records that this reader may see have changed. */
  readonly onRecords: (kinds: readonly RecordKind[]) => void;
  /** The server answered. */
  readonly onContact: () => void;
  /** The connection failed, or the right to it: somebody should ask the server what still holds. */
  readonly onTrouble: (problem: ApiProblem) => void;
}

type Ended = Extract<DocSessionState, {readonly kind: 'refused' | 'outOfDate' | 'closed'}>;

/**
 * One compartment's document over its whole time on the page: through lost connections, refusals, resets and
 * changes of rights. `doc` is replaced by a fresh one where its content can't be trusted any more (event `doc`);
 * what the person typed and the server doesn't have is then put in again or listed in `unsent`.
 * Events: `doc`, `change`, `presence`.
 */
export class DocSession extends EventTarget implements EditableDoc {
  readonly id: CompartmentId;
  readonly kind: CompartmentKind;
  readonly #options: DocSessionOptions;
  readonly #tray: UnsentTray;
  readonly #keeper: CopyKeeper;
  readonly #shelf = new DocShelf(null);
  #link: DocLink | null = null;
  #ended: Ended | null = null;
  #frozen: string | null = null;
  #roots: readonly RootName[] = [];
  #hasContent = false;
  #hasPutBack = false;
  #refusal: RefusedMessage | null = null;
  /** A stale copy of the device, whose unsent words are looked for once the fresh document is there. */
  #orphan: OldDoc | null = null;

  constructor(options: DocSessionOptions) {
    super();
    const {id, kind} = options.compartment;
    this.#options = options;
    this.id = id;
    this.kind = kind;
    this.#tray = new UnsentTray(id, options.now);
    this.#keeper = new CopyKeeper(options.copy, id, options.tickets);
  }

  get doc(): Y.Doc {
    return (this.#link ?? this.#shelf).doc;
  }

  get awareness(): Awareness {
    return (this.#link ?? this.#shelf).awareness;
  }

  get writableRoots(): readonly RootName[] {
    return this.#roots;
  }

  get unsent(): readonly UnsentWords[] {
    return this.#tray.words;
  }

  get state(): DocSessionState {
    if (this.#ended !== null) return this.#ended;
    if (this.#frozen !== null) return {kind: 'frozen', reason: this.#frozen};
    if (this.#link?.isConnected && this.#link.isSynced) return {kind: 'live'};
    if (!this.#hasContent) return {kind: 'opening'};
    return {kind: 'offline', mayType: this.#link !== null && this.kind !== 'withheld'};
  }

  get save(): SaveState {
    const ended = this.#ended;
    if (ended?.kind === 'refused') return {kind: 'notSaved', code: ended.code, sentence: ended.sentence};
    if (ended !== null && this.unsent.length > 0) {
      return {kind: 'notSaved', code: ended.kind, sentence: ended.sentence};
    }
    return this.#link === null
      ? {kind: 'connecting'}
      : saveStateOf(this.#link.ledger, this.#keeper.isKeeping);
  }

  mayWrite(root: RootName): boolean {
    return allowsTyping(this.state) && this.#roots.includes(root);
  }

  hold(): () => void {
    return this.#link?.queue.hold() ?? (() => undefined);
  }

  dismissUnsent(id: string): void {
    this.#tray.dismiss(id);
    this.#changed();
  }

  /** Opens the document: from the server, else from the device. Resolves once either is known. */
  async open(): Promise<void> {
    const kept = await this.#keeper.load();
    const answer = await this.#options.tickets(this.id);
    if (answer.ok) await this.#begin(answer.value, kept);
    else if (answer.error === 'offline' || answer.error === 'broken') await this.#beginOffline(kept);
    else await this.end(answer.error);
    this.#changed();
  }

  /** Whether there is a document that can take edits, with or without a connection. */
  get isOpen(): boolean {
    return this.#link !== null;
  }

  /** Tries again at once: to open what couldn't be opened, or to connect. */
  async retry(): Promise<void> {
    if (this.#ended !== null) return;
    if (this.#link === null) await this.open();
    else if (!this.#link.isConnected) this.#link.reconnect();
  }

  /** The device's network has changed: a connection that looks alive may be dead, and a new one may be had. */
  reconnect(): void {
    if (this.#ended === null) this.#link?.reconnect();
  }

  /** Ends the session at the page's own wish: no more frames, and the document stays readable. */
  stop(): void {
    this.#ended ??= {kind: 'closed', why: 'stopped', sentence: ''};
    this.#link?.stop();
    this.#shelf.stop();
    this.#keeper.stop();
    this.#changed();
  }

  /** Ends the session because the right to it is over; the device forgets its copy. */
  async end(why: 'signedOut' | 'gone'): Promise<void> {
    if (this.#ended?.kind === 'closed') return;
    const {sentence} = why === 'signedOut' ? CLOSE.signedOut : CLOSE.notYours;
    const kept = this.#link === null ? await this.#keeper.load() : null;
    this.#tray.keep(wordsNeverStored(this.#link ?? new DocShelf(kept)), sentence);
    this.#ended = {kind: 'closed', why: why === 'signedOut' ? 'signedOut' : 'notYours', sentence};
    this.#link?.stop();
    this.#shelf.stop();
    await this.#keeper.forget();
    this.#changed();
  }

  async #begin(ticket: Ticket, kept: KeptDoc | null): Promise<void> {
    const usable = kept !== null && kept.facts.epoch === ticket.epoch ? kept : null;
    if (kept !== null && usable === null) this.#orphan = new DocShelf(kept);
    const link = new DocLink({...this.#linkOptions(ticket, usable), listener: this.#listener()});
    await this.#adopt(link, usable === null);
    this.#hasContent = usable !== null;
    if (usable !== null && !knowsEveryNode(link.doc)) this.#outOfDate();
    else void this.#keeper.fetchSpare();
  }

  async #beginOffline(kept: KeptDoc | null): Promise<void> {
    if (kept === null || this.#link !== null) return;
    this.#roots = kept.facts.writableRoots;
    this.#hasContent = true;
    const spare = await this.#keeper.takeSpare();
    if (spare !== null && spare.epoch === kept.facts.epoch) {
      await this.#adopt(new DocLink({...this.#linkOptions(spare, kept), listener: this.#listener()}), false);
    } else if (this.#shelf.isEmpty) this.#shelf.fill(kept);
    if (!knowsEveryNode(this.doc)) this.#outOfDate();
  }

  #linkOptions(ticket: Ticket, kept: KeptDoc | null): Omit<LinkOptions, 'listener'> {
    return {
      serverUrl: this.#options.serverUrl,
      room: this.id,
      ticket,
      kept,
      now: this.#options.now,
    };
  }

  #listener(): LinkListener {
    return {
      onMessage: message => this.#onMessage(message),
      onClosed: code => void this.#onClosed(code),
      onDropped: () => this.#onDropped(),
      onSynced: () => this.#onSynced(),
      onLedger: () => this.#onLedger(),
      onFault: () => void this.#replace('FAULT', CLOSE.stale.sentence, true),
    };
  }

  async #adopt(link: DocLink, isFresh: boolean): Promise<void> {
    this.#link = link;
    link.awareness.on('change', () => this.dispatchEvent(new Event('presence')));
    const following = this.#keeper.follow(link, isFresh);
    this.dispatchEvent(new Event('doc'));
    this.dispatchEvent(new Event('presence'));
    await following;
    this.#keeper.note(this.#roots);
  }

  #onMessage(message: ServerMessage): void {
    const link = this.#link;
    if (message.kind === 'hello' || message.kind === 'rights') {
      this.#roots = message.writableRoots;
      this.#keeper.note(this.#roots);
      this.#options.onContact();
    } else if (message.kind === 'freeze') this.#frozen = message.on ? message.reason : null;
    else if (message.kind === 'refused') this.#refusal = message;
    else if (message.kind === 'records') this.#options.onRecords(message.kinds);
    else if (message.kind === 'check') link?.queue.afterPending(() => this.#check(link, message));
    this.#changed();
  }

  #onSynced(): void {
    const link = this.#link;
    if (link === null) return;
    if (!knowsEveryNode(link.doc)) return this.#outOfDate();
    this.#hasContent = true;
    if (this.#orphan !== null) {
      this.#tray.keep(
        recover(this.#orphan, link, () => false),
        CLOSE.stale.sentence,
      );
      this.#orphan = null;
    }
    this.#changed();
  }

  #onLedger(): void {
    const link = this.#link;
    if (link !== null && isSettled(link.ledger)) {
      this.#hasPutBack = false;
      this.#tray.wait([], '');
    }
    this.#keeper.note(this.#roots);
    this.#changed();
  }

  #onDropped(): void {
    // Withheld words can't be kept on the device, so they are shown to copy while the page still has them.
    if (this.kind === 'withheld' && this.#link !== null) {
      this.#tray.wait(wordsNeverStored(this.#link), CLOSE.tryAgain.sentence);
    }
    this.#changed();
    this.#options.onTrouble('offline');
  }

  async #onClosed(code: number): Promise<void> {
    const name = closeNameOf(code);
    if (name === 'schemaTooOld') return this.#outOfDate();
    if (name === 'signedOut') {
      await this.end('signedOut');
      return this.#options.onTrouble('signedOut');
    }
    if (name === 'stale') return this.#replace('STALE', CLOSE.stale.sentence, false);
    if (name !== 'notYours') {
      const {code: why, message} = this.#refusal ?? {code: 'MALFORMED', message: CLOSE.refused.sentence};
      return this.#replace(why, message, true);
    }
    await this.#replace('RIGHTS', CLOSE.notYours.sentence, true);
    this.#options.onTrouble('gone');
  }

  #check(link: DocLink, check: CheckMessage): void {
    if (link !== this.#link || !isSettled(link.ledger)) return;
    const diverged = divergedRoots(link.doc, check);
    for (const {root, hash} of diverged) link.send({kind: 'diverged', root, hash});
    if (diverged.length > 0) void this.#replace('DIVERGED', CLOSE.stale.sentence, false);
  }

  /**
   * Trades the document for a fresh one. With `mayPutBack` the person's unsent words are put in again at their
   * place, but only once in a row: what is refused twice is theirs to copy.
   */
  async #replace(code: string, sentence: string, mayPutBack: boolean): Promise<void> {
    const old = this.#link;
    if (old === null || this.#ended !== null) return;
    this.#ended = {kind: 'refused', code, sentence};
    this.#refusal = null;
    old.stop();
    this.#changed();
    const isOver = (): boolean => this.#ended?.kind !== 'refused';
    const answer = await ticketWhenReachable(this.#options.tickets, this.id, isOver);
    if (!answer.ok) return this.end(answer.error === 'signedOut' ? 'signedOut' : 'gone');
    const fresh = await openSynced(this.#linkOptions(answer.value, null));
    if (fresh === null || isOver()) return this.end('gone');
    if (!knowsEveryNode(fresh.link.doc)) return this.#outOfDate();
    this.#roots = fresh.roots;
    const putBack = mayPutBack && !this.#hasPutBack;
    this.#hasPutBack = putBack;
    fresh.link.setListener(this.#listener());
    this.#tray.keep(
      recover(old, fresh.link, root => putBack && fresh.roots.includes(root)),
      sentence,
    );
    this.#ended = null;
    await this.#adopt(fresh.link, true);
    this.#changed();
    void this.#keeper.fetchSpare();
    // Views on the old document were bound anew by the event `doc`.
    old.destroy();
  }

  #outOfDate(): void {
    if (this.#link !== null) this.#tray.keep(wordsNeverStored(this.#link), CLOSE.schemaTooOld.sentence);
    this.#ended = {kind: 'outOfDate', sentence: CLOSE.schemaTooOld.sentence};
    this.#link?.stop();
    this.#changed();
  }

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
