import type {CompartmentId, CompartmentKind, RootName} from '@goldthread/schema';
import type {Awareness} from 'y-protocols/awareness';
import type * as Y from 'yjs';
import type {AskedText} from './asked-words.ts';
import {DocLife} from './doc-life.ts';
import type {DocSessionOptions} from './doc-session-options.ts';
import {allowsTyping, type DocSessionState} from './doc-session-state.ts';
import {DocShelf} from './doc-shelf.ts';
import type {EditableDoc} from './editable-doc.ts';
import {onlyHere, saveStateOf} from './save-ledger.ts';
import type {SaveState} from './save-state.ts';
import type {UnsentWords} from './unsent-words.ts';

/**
 * One compartment's document as the page sees it, over its whole time: through lost connections, refusals, resets and
 * changes of rights. `doc` is replaced by a fresh one where its content can't be trusted any more (event `doc`); what
 * the person typed and the server doesn't have is then put in again or listed in `unsent`.
 * Events: `doc`, `change`, `save` when only {@link save} may say something else, `presence`.
 */
export class DocSession extends EventTarget implements EditableDoc {
  readonly id: CompartmentId;
  readonly kind: CompartmentKind;
  readonly #life: DocLife;

  constructor(options: DocSessionOptions) {
    super();
    this.id = options.compartment.id;
    this.kind = options.compartment.kind;
    this.#life = new DocLife(options, what => this.dispatchEvent(new Event(what)));
  }

  get doc(): Y.Doc {
    return this.#life.shown.doc;
  }

  get awareness(): Awareness {
    return this.#life.shown.awareness;
  }

  get writableRoots(): readonly RootName[] {
    return this.#life.facts.roots;
  }

  get unsent(): readonly UnsentWords[] {
    return this.#life.tray.words;
  }

  /** Whether there is a document that can take edits, with or without a connection. */
  get isOpen(): boolean {
    return this.#life.facts.link !== null;
  }

  /** It was taken away, and of its unsent words none is left to be seen: there is nothing more to say of it. */
  get isOver(): boolean {
    return this.state.kind === 'closed' && this.unsent.length === 0;
  }

  get state(): DocSessionState {
    const {ended, frozen, link, hasContent} = this.#life.facts;
    if (ended !== null) return ended;
    if (frozen !== null) return {kind: 'frozen', reason: frozen};
    if (link?.isConnected && link.isSynced) return {kind: 'live'};
    if (!hasContent) return {kind: 'opening'};
    return {kind: 'offline', mayType: link !== null && this.kind !== 'withheld'};
  }

  get save(): SaveState {
    const {ended, link, keeping, hasContent} = this.#life.facts;
    if (ended?.kind === 'refused') return {kind: 'notSaved', code: ended.code, sentence: ended.sentence};
    if (ended !== null && this.unsent.length > 0) {
      return {kind: 'notSaved', code: ended.kind, sentence: ended.sentence};
    }
    if (link !== null) return saveStateOf(link.ledger, keeping, hasContent);
    if (!hasContent) return {kind: 'connecting'};
    const {shown} = this.#life;
    const dirty = shown instanceof DocShelf && shown.dirty;
    return dirty ? onlyHere({isKeeping: true, isUnderWay: false}) : {kind: 'nothingToSave'};
  }

  mayWrite(root: RootName): boolean {
    return allowsTyping(this.state) && this.#life.facts.roots.includes(root);
  }

  hold(tell?: (waiting: number) => void): () => void {
    return this.#life.facts.link?.queue.hold(tell) ?? (() => undefined);
  }

  /** The person has read these words, or copied them. */
  dismissUnsent(id: string): void {
    const {tray, asked} = this.#life;
    tray.dismiss(id);
    if (!tray.words.some(({asks}) => asks)) asked.drop();
    this.dispatchEvent(new Event('change'));
  }

  /** What would read otherwise with words that their writer has to decide about; nothing where there are none. */
  get asked(): readonly AskedText[] {
    return this.#life.asked.texts;
  }

  /** Puts those words in at their place, now that it is decided. */
  putInAsked(): void {
    this.#life.asked.putIn(this.doc, root => this.mayWrite(root), this.#life.tray);
    this.dispatchEvent(new Event('change'));
  }

  /** Opens the document: from the server, else from the device. Resolves once either is known. */
  open(): Promise<void> {
    return this.#life.open();
  }

  /** Tries again at once: to open what couldn't be opened, or to connect. */
  async retry(): Promise<void> {
    const {ended, link} = this.#life.facts;
    if (ended !== null) return;
    if (link === null) await this.open();
    else if (!link.isConnected) link.reconnect();
  }

  /** The device's network has changed: a connection that looks alive may be dead, and a new one may be had. */
  reconnect(): void {
    if (this.#life.facts.ended === null) this.#life.facts.link?.reconnect();
  }

  /** Ends the session at the page's own wish: no more frames, and the document stays readable. */
  stop(): void {
    this.#life.stop();
  }

  /** Ends the session because the right to it is over; the device forgets its copy. */
  end(why: 'signedOut' | 'gone'): Promise<void> {
    return this.#life.end(why);
  }
}
