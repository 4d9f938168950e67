import type {CompartmentId, RootName} from '@goldthread/schema';
import * as Y from 'yjs';
import type {DocCopy, KeptDoc} from './doc-copy.ts';
import type {DocLink} from './doc-link.ts';
import type {Keeping} from './save-ledger.ts';
import type {Ticket} from './ticket.ts';
import type {TicketSource} from './ticket-source.ts';

/** So long nothing is typed before the copy is called clean, in milliseconds: not after each key. */
const CALM = 1_000;

/** Keeps the copy on the device in step with the document on the page; does nothing where none may be kept. */
export class CopyKeeper {
  readonly #copy: DocCopy | null;
  readonly #id: CompartmentId;
  readonly #tickets: TicketSource;
  #link: DocLink | null = null;
  #noted = '';
  /** A spare of this page's own session is kept; one of an earlier page may be of a session that is over. */
  #hasSpare = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #onKept: () => void;
  /** Updates that aren't on the device's disk yet. */
  #underWay = 0;

  /** `onKept` is called, without a connection, when the copy has begun to lack something and when it has caught up. */
  constructor(copy: DocCopy | null, id: CompartmentId, tickets: TicketSource, onKept: () => void) {
    this.#copy = copy;
    this.#id = id;
    this.#tickets = tickets;
    this.#onKept = onKept;
  }

  /** Whether what is typed now would still be there after a reload. */
  get keeping(): Keeping {
    return {isKeeping: this.#copy?.isHealthy ?? false, isUnderWay: this.#underWay > 0};
  }

  async load(): Promise<KeptDoc | null> {
    return (await this.#copy?.load()) ?? null;
  }

  /** Follows a document from now on. `isFresh`: the copy holds another lineage and is written anew. */
  async follow(link: DocLink, isFresh: boolean): Promise<void> {
    this.stop();
    this.#link = link;
    if (this.#copy === null) return;
    link.doc.on('update', this.#append);
    if (!isFresh) return;
    await this.#copy.clear();
    this.#noted = '';
    // The spare of the lineage before is of no use any more.
    this.#hasSpare = false;
    void this.fetchSpare();
    this.#append(Y.encodeStateAsUpdate(link.doc));
  }

  /** Notes what an offline reload has to know: at once that there are unsent edits, and a little later that not. */
  note(roots: readonly RootName[]): void {
    if (this.#copy === null) return;
    clearTimeout(this.#timer);
    if (this.#link?.ledger.dirty === false) this.#timer = setTimeout(() => this.#write(roots), CALM);
    else this.#write(roots);
  }

  #write(roots: readonly RootName[]): void {
    if (this.#link === null || this.#copy === null) return;
    const {ticket, own, ledger} = this.#link;
    const {epoch, schemaVersion} = ticket;
    const facts = {epoch, schemaVersion, writableRoots: roots, own, dirty: ledger.dirty};
    // While edits are under way the clocks don't matter: the older ones are only more careful.
    const text = JSON.stringify(ledger.dirty ? {...facts, own: own.map(({cid}) => cid)} : facts);
    if (text === this.#noted) return;
    this.#noted = text;
    this.#copy.keepFacts(facts);
  }

  async takeSpare(): Promise<Ticket | null> {
    this.#hasSpare = false;
    return (await this.#copy?.takeSpare()) ?? null;
  }

  /** Fetches one ticket ahead, unless that is done, for one reload without a connection. */
  async fetchSpare(): Promise<void> {
    if (this.#copy === null || this.#hasSpare) return;
    this.#hasSpare = true;
    const answer = await this.#tickets(this.#id);
    if (answer.ok) await this.#copy.keepSpare(answer.value);
    else this.#hasSpare = false;
  }

  async forget(): Promise<void> {
    this.stop();
    await this.#copy?.clear();
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#link?.doc.off('update', this.#append);
    this.#link = null;
  }

  readonly #append = (update: Uint8Array): void => {
    if (this.#copy === null) return;
    this.#underWay += 1;
    if (this.#underWay === 1) this.#tell();
    void this.#copy.append(update).then(() => {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#tell();
    });
  };

  /** What the copy on the device lacks matters only while the server lacks it too. */
  #tell(): void {
    if (this.#link?.isConnected === false) this.#onKept();
  }
}
