import {PLAN_TYPES, sectionOf, type CompartmentId, type RootName} from '@goldthread/schema';
import type {RecordKind} from '@goldthread/schema/wire';
import type {CompartmentEntry, SessionFacts} from './answers.ts';
import {DocSession} from './doc-session.ts';
import {readKeptPlan, writeKeptPlan, type KeptPlan} from './kept-plan.ts';
import {PlanClient} from './plan-client.ts';
import type {PlanCopy} from './plan-copy.ts';
import type {PlanSessionOptions, PlanSessionStatus} from './plan-session-options.ts';
import type {PlanFacts, PresentPerson} from './plan-facts.ts';
import type {PlanHttp} from './plan-http.ts';
import {Recheck} from './recheck.ts';
import {presentPeople} from './presence.ts';
import {PresenceNews} from './presence-news.ts';
import {RecordsEvent} from './records-event.ts';
import {worstSaveState, type SaveState} from './save-state.ts';
import type {UnsentWords} from './unsent-words.ts';
import {whoAsks} from './who-asks.ts';

/** A change of these may have brought a document, or taken one away. */
const BRINGS_DOCUMENTS: ReadonlySet<RecordKind> = new Set(['people', 'withholdings', 'breakGlass']);

/**
 * One plan on one page: facts, documents, who is here, and what the "Saved" line may say. Owns the document
 * sessions and the copy on the device. Events: `change`; `save` when nothing changed but what that line may say;
 * `presence`; `docs` when a document came or went; `records` ({@link RecordsEvent}) when something has to be fetched again.
 */
export class PlanSession extends EventTarget {
  readonly #options: PlanSessionOptions;
  readonly #client: PlanClient;
  readonly #docs = new Map<CompartmentId, DocSession>();
  readonly #now: () => Date;
  #copy: PlanCopy | null = null;
  #plan: KeptPlan | null = null;
  #status: PlanSessionStatus = 'opening';
  #mine: SessionFacts | null = null;
  readonly #recheck = new Recheck(() => void this.#check());
  readonly #presenceNews = new PresenceNews(
    () => this.presence,
    () => this.dispatchEvent(new Event('presence')),
  );

  constructor(options: PlanSessionOptions) {
    super();
    this.#options = options;
    this.#now = options.now ?? (() => new Date());
    const {origin, planId, participantId = '', token = () => '', headers} = options;
    const who = () => ({...whoAsks(participantId, token()), ...headers});
    this.#client = new PlanClient({origin, planId, headers: who});
  }

  get facts(): PlanFacts | null {
    return this.#plan?.facts ?? null;
  }

  get compartments(): readonly CompartmentEntry[] {
    return this.#plan?.compartments ?? [];
  }

  get http(): PlanHttp {
    return this.#client;
  }

  get status(): PlanSessionStatus {
    return this.#status;
  }

  get isSure(): boolean {
    return this.#mine?.isSure ?? true;
  }

  get docs(): ReadonlyMap<CompartmentId, DocSession> {
    return this.#docs;
  }

  get save(): SaveState {
    const states = [...this.#docs.values()].filter(session => !session.isOver).map(session => session.save);
    return worstSaveState(states);
  }

  get unsent(): readonly UnsentWords[] {
    return [...this.#docs.values()].flatMap(session => session.unsent);
  }

  get presence(): readonly PresentPerson[] {
    return presentPeople(this.#docs.values(), this.facts?.people ?? []);
  }

  /** The document that everybody receives in which a root of the plan stands; never a withheld one. */
  docFor(root: RootName): DocSession | undefined {
    if (root === 'items') return undefined;
    const planType = PLAN_TYPES[this.facts?.planType ?? ''];
    const kind = (planType && sectionOf(planType, root)?.compartment) ?? 'shared';
    return [...this.#docs.values()].find(session => session.kind === kind);
  }

  /** The person has read these unsent words, or copied them. */
  dismissUnsent(id: string): void {
    for (const session of this.#docs.values()) session.dismissUnsent(id);
  }

  /** Opens the plan; resolves when its documents are open, or when it is known why not. */
  async start(): Promise<void> {
    globalThis.addEventListener?.('online', this.#onNetwork);
    globalThis.addEventListener?.('offline', this.#onNetwork);
    await this.#open();
  }

  /** Leaves the plan; what is kept on an own device stays. */
  async stop(): Promise<void> {
    this.#leave('stopped');
    for (const session of this.#docs.values()) session.stop();
    await this.#copy?.settle();
  }

  /** Signs out and removes everything that the device kept. */
  async signOut(): Promise<void> {
    this.#leave('signedOut');
    for (const session of this.#docs.values()) session.stop();
    await this.#client.signOut();
    await this.#dropCopy();
  }

  async #open(): Promise<void> {
    const session = await this.#client.session();
    this.#mine = session.ok ? session.value : null;
    await this.#openCopy(session.ok ? session.value : null);
    if (!session.ok && session.error === 'signedOut') return this.#endAll('signedOut');
    const answer = await this.#client.plan();
    if (answer.ok) return this.#show(answer.value);
    const {error} = answer;
    if (error === 'offline' || error === 'broken') await this.#openFromDevice();
    else await this.#endAll(error);
  }

  async #openCopy(session: SessionFacts | null): Promise<void> {
    const {planId, device, copies} = this.#options;
    const participantId = session?.participantId ?? this.#options.participantId;
    if (participantId === undefined || copies === undefined) return;
    await copies.dropExpired(this.#now());
    if ((session?.device ?? device) === 'shared') return copies.drop(planId, participantId);
    const limitHours = session?.deviceKeyLimitHours ?? null;
    this.#copy ??= await copies.open({planId, participantId, limitHours, now: this.#now});
  }

  async #show(plan: KeptPlan): Promise<void> {
    this.#status = 'open';
    this.#copy?.noteContact();
    this.#copy?.keepFacts(writeKeptPlan(plan));
    await this.#fill(plan);
  }

  async #openFromDevice(): Promise<void> {
    const kept = readKeptPlan(this.#options.planId, await this.#copy?.loadFacts());
    this.#status = kept === null ? 'unreachable' : 'offline';
    if (kept !== null) await this.#fill(kept);
    this.#changed();
    this.lookAgain();
  }

  /** Opens the documents that this person receives now, and ends those that they no longer do. */
  async #fill(plan: KeptPlan): Promise<void> {
    this.#plan = plan;
    const ids = new Set(plan.compartments.map(({id}) => id));
    for (const [id, session] of this.#docs) if (!ids.has(id)) await session.end('gone');
    // What was taken away may be given back.
    const fresh = plan.compartments.filter(({id}) => this.#docs.get(id)?.isOver ?? true);
    const added = fresh.map(entry => this.#addDoc(entry));
    const waiting = [...this.#docs.values()].filter(session => !session.isOpen && !added.includes(session));
    await Promise.all([...added.map(session => session.open()), ...waiting.map(session => session.retry())]);
    this.dispatchEvent(new Event('docs'));
    this.#changed();
  }

  #addDoc({id, kind}: CompartmentEntry): DocSession {
    const {origin, planId} = this.#options;
    const session = new DocSession({
      compartment: {id, kind},
      serverUrl: `${origin.replace(/^http/, 'ws')}/sync/${planId}`,
      tickets: compartment => this.#client.ticket(compartment),
      copy: kind === 'withheld' ? null : (this.#copy?.doc(id) ?? null),
      now: this.#now,
      onRecords: kinds => this.#onRecords(kinds),
      onContact: () => this.#copy?.noteContact(),
      onDoubt: () => this.lookAgain(),
    });
    session.addEventListener('change', () => this.#changed());
    session.addEventListener('save', () => this.dispatchEvent(new Event('save')));
    session.addEventListener('presence', () => this.#presenceNews.soon());
    this.#docs.set(id, session);
    return session;
  }

  #onRecords(kinds: readonly RecordKind[]): void {
    if (kinds.some(kind => BRINGS_DOCUMENTS.has(kind))) this.lookAgain();
    this.dispatchEvent(new RecordsEvent(kinds));
  }

  lookAgain(): void {
    if (!this.#isOver) this.#recheck.soon();
  }

  async #check(): Promise<void> {
    const session = this.#mine?.isSure === true ? null : await this.#client.session();
    if (session?.ok === true) this.#mine = session.value;
    const answer = await this.#client.plan();
    if (this.#isOver) return;
    if (answer.ok) return this.#show(answer.value);
    const {error} = answer;
    if (error === 'signedOut' || error === 'gone') await this.#endAll(error);
    else this.lookAgain();
  }

  get #isOver(): boolean {
    return this.#status === 'stopped' || this.#status === 'signedOut' || this.#status === 'gone';
  }

  /** The right to the plan is over: unsent words are shown, then the device forgets the rest. */
  async #endAll(why: 'signedOut' | 'gone'): Promise<void> {
    this.#leave(why);
    const kept = readKeptPlan(this.#options.planId, await this.#copy?.loadFacts());
    for (const entry of kept?.compartments ?? []) if (!this.#docs.has(entry.id)) this.#addDoc(entry);
    await Promise.all([...this.#docs.values()].map(session => session.end(why)));
    await this.#dropCopy();
    this.#changed();
  }

  async #dropCopy(): Promise<void> {
    await this.#copy?.drop();
    this.#copy = null;
  }

  #leave(status: 'stopped' | 'signedOut' | 'gone'): void {
    this.#status = status;
    this.#recheck.stop();
    this.#presenceNews.stop();
    globalThis.removeEventListener?.('online', this.#onNetwork);
    globalThis.removeEventListener?.('offline', this.#onNetwork);
    this.#changed();
  }

  readonly #onNetwork = (): void => {
    for (const session of this.#docs.values()) session.reconnect();
    this.lookAgain();
  };

  #changed(): void {
    this.dispatchEvent(new Event('change'));
  }
}
