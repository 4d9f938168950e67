import {openFormDrafts, type FormDrafts} from '../../controllers/form-drafts.ts';
import type {FileFor, SaidFile} from '../../records/disagreement-files.ts';
import type {PlanHost} from '../plan/plan-host.ts';

/** What somebody has written and added and not sent. */
export interface Draft {
  readonly words: string;
  readonly wish: string;
  readonly why: string;
  readonly files: readonly SaidFile[];
}

export const NO_DRAFT: Draft = {words: '', wish: '', why: '', files: []};

/** A draft, and beside what it is to be sent. */
interface Unsent {
  readonly about: FileFor;
  readonly draft: Draft;
  /** Everybody on the plan reads that: what fewer people read is on no device. */
  readonly isOpen: boolean;
}

const all = new WeakMap<PlanHost, DisagreeDrafts>();

/**
 * What somebody has begun to say in one open plan: there until it is sent or thrown away, and on their own device also after a reload. Tells
 * with `change`.
 */
export class DisagreeDrafts extends EventTarget {
  #unsent: ReadonlyMap<string, Unsent> = new Map();
  #store: FormDrafts | null = null;
  #kept: Promise<void> | undefined;
  readonly #ready: Promise<void>;

  private constructor(planId: string, participantId: string) {
    super();
    this.#ready = this.#load(planId, participantId);
  }

  /** Those of a plan. */
  static of(plan: PlanHost): DisagreeDrafts {
    const {source} = plan;
    const drafts = all.get(plan) ?? new DisagreeDrafts(source?.http.planId ?? '', source?.facts?.me.id ?? '');
    all.set(plan, drafts);
    return drafts;
  }

  /** Resolves once what an earlier visit left is here, and all of it that may be is on the device. */
  async settle(): Promise<void> {
    await this.#ready;
    await this.#kept;
  }

  get unsent(): readonly Unsent[] {
    return [...this.#unsent.values()];
  }

  of(about: FileFor | null): Draft {
    return (about === null ? null : this.#unsent.get(JSON.stringify(about))?.draft) ?? NO_DRAFT;
  }

  put(about: FileFor, draft: Draft, isOpen: boolean): void {
    const rest = [...this.#unsent].filter(([key]) => key !== JSON.stringify(about));
    const {words, wish, why, files} = draft;
    const isEmpty = words + wish + why === '' && files.length === 0;
    this.#set(isEmpty ? rest : [...rest, [JSON.stringify(about), {about, draft, isOpen}]]);
  }

  forget(about: FileFor): void {
    this.put(about, NO_DRAFT, true);
  }

  async #load(planId: string, participantId: string): Promise<void> {
    const store = await openFormDrafts(planId, participantId, 'disagree', () => new Date());
    // Only `#set` ever made what is kept, and it is sealed.
    const kept = (await store?.load()) as readonly Unsent[] | null | undefined;
    this.#store = store;
    const before = (kept ?? []).map(one => [JSON.stringify(one.about), one] as const);
    this.#set([...before, ...this.#unsent]);
  }

  #set(unsent: readonly (readonly [string, Unsent])[]): void {
    this.#unsent = new Map(unsent);
    this.#kept = this.#store?.keep(this.unsent.filter(({isOpen}) => isOpen));
    this.dispatchEvent(new Event('change'));
  }
}
