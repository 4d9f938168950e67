import type {RootName} from '@goldthread/schema';
import type {ReactiveController} from 'lit';
import type {PlanSource} from '../../context/plan-source.ts';
import {words} from '../../words/words.ts';
import {editorCode} from '../section/editor-code.ts';
import type {PlanHost} from './plan-host.ts';

/** What draws withheld items in their places. */
interface Islands {
  follow(source: PlanSource, withholdings: unknown): void;
  layOut(): void;
  stop(): void;
}

type IslandsLoader = () => Promise<{readonly islandsOf: (plan: PlanHost) => Islands}>;

let loader: IslandsLoader | null = null;

/** Says how what draws withheld items is loaded: it builds on the editor's code, which says so when it comes. */
export function offerIslands(offered: IslandsLoader): void {
  loader = offered;
}

/**
 * What of a plan is withheld: asks the server what this person may know of it, says where something is kept from them,
 * and brings up what draws private notes once they have one. Everybody's page asks the same questions.
 */
export class PrivateNotes implements ReactiveController {
  readonly #plan: PlanHost;
  #source: PlanSource | null = null;
  #askedFor: PlanSource['facts'] = null;
  #withholdings: unknown = null;
  #marks: ReadonlySet<unknown> = new Set();
  #islands: Islands | null = null;
  #isLoading = false;

  constructor(plan: PlanHost) {
    this.#plan = plan;
    plan.addController(this);
  }

  hostConnected(): void {
    this.#plan.addEventListener('plan-editor-ready', this.#layOut);
  }

  hostDisconnected(): void {
    this.#plan.removeEventListener('plan-editor-ready', this.#layOut);
    this.#islands?.stop();
    this.#islands = null;
  }

  /** The plan is drawn anew on every change of its session. */
  hostUpdate(): void {
    const {source} = this.#plan;
    if (source !== null) this.#follow(source);
  }

  #follow(source: PlanSource): void {
    this.#source = source;
    // The session fetches its facts again whenever something that it may know has changed, and so does this.
    if (source.status === 'open' && source.facts !== this.#askedFor) void this.#ask(source);
    if (this.#islands !== null) this.#islands.follow(source, this.#withholdings);
    else if ([...source.docs.values()].some(open => open.kind === 'withheld')) void this.#load();
  }

  /** The line that says that something in a part is kept from this person; empty where they may not know. */
  lineIn(root: RootName): string {
    if (!this.#marks.has(root)) return '';
    const lead = this.#source?.facts?.people.find(person => person.lead)?.name ?? words.plan.keyWorker;
    return words.plan.kept(lead);
  }

  async #ask(source: PlanSource): Promise<void> {
    this.#askedFor = source.facts;
    const {http} = source;
    const answer = await http.ask('GET', `/api/plans/${http.planId}/withholdings`);
    if (!answer.ok || source !== this.#source) return;
    this.#withholdings = answer.value;
    this.#marks = new Set(marksIn(answer.value));
    this.#plan.requestUpdate();
    this.#islands?.follow(source, answer.value);
  }

  async #load(): Promise<void> {
    if (this.#isLoading) return;
    this.#isLoading = true;
    try {
      await editorCode();
      const code = await loader?.();
      if (code === undefined || !this.#plan.isConnected || this.#source === null) return;
      this.#islands = code.islandsOf(this.#plan);
      this.#islands.follow(this.#source, this.#withholdings);
    } catch {
      // The one thing that can fail here is the way to the server.
      this.#plan.news = words.plan.notLoaded;
    } finally {
      this.#isLoading = false;
    }
  }

  readonly #layOut = (): void => this.#islands?.layOut();
}

/** The roots in which the answer says that something is kept private. */
function marksIn(answer: unknown): readonly unknown[] {
  if (typeof answer !== 'object' || answer === null || !('marks' in answer)) return [];
  const {marks} = answer;
  return Array.isArray(marks)
    ? marks.map((mark: unknown) =>
        typeof mark === 'object' && mark !== null && 'root' in mark ? mark.root : null,
      )
    : [];
}
