import type {CompartmentId, CompartmentKind, RootName} from '@goldthread/schema';
import type {AskedText} from '../sync/asked-words.ts';
import type {CompartmentEntry} from '../sync/answers.ts';
import type {DocSessionState} from '../sync/doc-session-state.ts';
import type {EditableDoc} from '../sync/editable-doc.ts';
import type {PlanSessionStatus} from '../sync/plan-session-options.ts';
import type {PlanFacts, PresentPerson} from '../sync/plan-facts.ts';
import type {PlanHttp} from '../sync/plan-http.ts';
import type {SaveState} from '../sync/save-state.ts';
import type {UnsentWords} from '../sync/unsent-words.ts';

/** What the elements need of one open document. */
export interface OpenDoc extends EditableDoc {
  readonly kind: CompartmentKind;
  readonly state: DocSessionState;
  readonly writableRoots: readonly RootName[];
  /** What would read otherwise with words that their writer has to decide about. */
  readonly asked: readonly AskedText[];
  /** Puts those words in at their place, now that it is decided. */
  putInAsked(): void;
  /** Tries to connect again now. */
  retry(): Promise<void>;
}

/** What the elements need of an open plan. `PlanSession` is one. Events: `change`, `presence`, `records`, and `save` on each key. */
export interface PlanSource extends EventTarget {
  readonly facts: PlanFacts | null;
  readonly status: PlanSessionStatus;
  /** False while the server isn't sure who sits here: the person receives what everybody receives. */
  readonly isSure: boolean;
  /** The plan's server, asked as this person. */
  readonly http: PlanHttp;
  /** What the server said of the documents that this person receives. */
  readonly compartments: readonly CompartmentEntry[];
  readonly docs: ReadonlyMap<CompartmentId, OpenDoc>;
  /** The document that everybody on the plan receives in which a root stands; never a withheld one. */
  docFor(root: RootName): OpenDoc | undefined;
  readonly save: SaveState;
  readonly unsent: readonly UnsentWords[];
  readonly presence: readonly PresentPerson[];
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Asks the server again what this person receives, because it may just have changed. */
  lookAgain(): void;
  signOut(): Promise<void>;
  dismissUnsent(id: string): void;
}
