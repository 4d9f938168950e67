import type {CompartmentId, CompartmentKind, Day, ItemId, RootName} from '@goldthread/schema';
import {whoseCheck} from '@goldthread/schema/safety';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import * as Y from 'yjs';
import type {OpenDoc, PlanSource} from '../../context/plan-source.ts';
import type {PersonOnPlan} from '../../sync/plan-facts.ts';
import {inPause} from '../../sync/typing-pause.ts';

/** A rule of the safety plan whose check is overdue and the duty of whoever has this page. */
export interface DueCheck {
  readonly itemId: ItemId;
  /** The day to check it, as the plan writes a day. */
  readonly day: Day;
  /** Whether it stands where few read, so that nobody who looks at the screen too may learn what it is. */
  readonly isPrivate: boolean;
}

interface CheckHost extends ReactiveControllerHost {
  readonly source: PlanSource | null;
  /** The day that it is for the reader. */
  readonly today: () => Day;
}

/** How long to wait before looking again after a change, in milliseconds: at least, and at most. */
const REST = [150, 600] as const;
/** Where rules of the safety plan stand. */
const RULES: Readonly<Partial<Record<CompartmentKind, RootName | 'items'>>> = {
  shared: 'sos:next',
  withheld: 'items',
};

/**
 * Finds the overdue check that waited longest for this reader. It is computed here and asked of nobody: a reader's own documents
 * hold every rule that they read, so that there is no answer, message or count from which anybody else could learn of one.
 */
export class RuleChecks implements ReactiveController {
  readonly #host: CheckHost;
  #heard: PlanSource | null = null;
  readonly #watched = new Map<Y.Doc, () => void>();
  #callOff: (() => void) | undefined;

  constructor(host: CheckHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    document.addEventListener('visibilitychange', this.#later);
    this.#host.requestUpdate();
  }

  hostDisconnected(): void {
    document.removeEventListener('visibilitychange', this.#later);
    this.#listen(null);
  }

  hostUpdate(): void {
    this.#listen(this.#host.source);
  }

  get due(): DueCheck | null {
    const {source, today} = this.#host;
    if (source === null || source.facts === null) return null;
    const found = [...source.docs].flatMap(([id, open]) => dueIn(source, id, open, today()));
    return found.sort((one, other) => (one.day < other.day ? -1 : 1))[0] ?? null;
  }

  #listen(source: PlanSource | null): void {
    if (source !== this.#heard) {
      this.#heard?.removeEventListener('change', this.#later);
      this.#heard = source;
      this.#heard?.addEventListener('change', this.#later);
    }
    const docs = new Map([...(source?.docs.values() ?? [])].map(({doc, kind}) => [doc, kind]));
    for (const [doc, unwatch] of this.#watched) {
      if (docs.has(doc)) continue;
      unwatch();
      this.#watched.delete(doc);
    }
    for (const [doc, kind] of docs) this.#watch(doc, kind);
    if (source !== null) return;
    this.#callOff?.();
    this.#callOff = undefined;
  }

  #watch(doc: Y.Doc, kind: CompartmentKind): void {
    const root = RULES[kind];
    if (root === undefined || this.#watched.has(doc)) return;
    const rules = doc.getXmlFragment(root);
    rules.observeDeep(this.#later);
    this.#watched.set(doc, () => rules.unobserveDeep(this.#later));
  }

  readonly #later = (): void => {
    this.#callOff ??= inPause(
      () => {
        this.#callOff = undefined;
        this.#host.requestUpdate();
      },
      ...REST,
    );
  };
}

function dueIn(source: PlanSource, id: CompartmentId, open: OpenDoc, today: Day): DueCheck[] {
  const root = RULES[open.kind];
  const me = source.facts?.me;
  if (root === undefined || me === undefined) return [];
  const readers = readersOf(source, id, open);
  return open.doc
    .getXmlFragment(root)
    .toArray()
    .flatMap(item => {
      if (!(item instanceof Y.XmlElement) || item.nodeName !== 'safetyRule') return [];
      const facts: Readonly<Record<string, unknown>> = item.getAttributes();
      const isMine = whoseCheck(facts, readers, today).some(one => one.id === me.id);
      const {id: itemId, checkOn: day} = facts;
      // Every id in a document passed the gate, which lets only ids stand there.
      return isMine && typeof day === 'string'
        ? [{itemId: itemId as ItemId, day, isPrivate: open.kind === 'withheld'}]
        : [];
    });
}

/** Who reads a document, as far as this person may know them. Whoever only opened it in an emergency isn't one of them. */
function readersOf(source: PlanSource, id: CompartmentId, {kind}: OpenDoc): readonly PersonOnPlan[] {
  const people = source.facts?.people ?? [];
  if (kind !== 'withheld') return people;
  const audience = source.compartments.find(one => one.id === id)?.audience ?? [];
  return people.filter(one => audience.includes(one.id));
}
