import {isRootName, type RootName} from '@goldthread/schema';
import type {ReactiveController, ReactiveControllerHost} from 'lit';
import * as Y from 'yjs';
import type {OpenDoc, PlanSource} from '../context/plan-source.ts';
import {participantOf} from '../sync/presence.ts';

/** One change by somebody else: who (an id, or null where nobody can say) and where. */
export interface RemoteChange {
  readonly participant: string | null;
  readonly root: RootName;
}

/**
 * Tells of what others change in the documents of a plan, from the moment each document is live. It owns the
 * watching; it keeps no list and says nothing aloud.
 */
export class RemoteChangesController implements ReactiveController {
  readonly #onChange: (change: RemoteChange) => void;
  readonly #watched = new Map<Y.Doc, () => void>();

  constructor(element: ReactiveControllerHost, onChange: (change: RemoteChange) => void) {
    this.#onChange = onChange;
    element.addController(this);
  }

  /** Says which plan to watch. Cheap to call on every change of the session. */
  follow(source: PlanSource): void {
    const live = [...source.docs.values()].filter(open => open.state.kind === 'live');
    for (const open of live) if (!this.#watched.has(open.doc)) this.#watch(open);
    const docs = new Set([...source.docs.values()].map(open => open.doc));
    for (const [doc, stop] of this.#watched) {
      if (docs.has(doc)) continue;
      stop();
      this.#watched.delete(doc);
    }
  }

  hostDisconnected(): void {
    for (const stop of this.#watched.values()) stop();
    this.#watched.clear();
  }

  #watch(open: OpenDoc): void {
    const {doc} = open;
    const heard = (transaction: Y.Transaction): void => {
      if (transaction.local) return;
      const participant = authorOf(open, transaction);
      for (const root of rootsOf(transaction)) this.#onChange({participant, root});
    };
    doc.on('afterTransaction', heard);
    this.#watched.set(doc, () => doc.off('afterTransaction', heard));
  }
}

/** Whoever's client wrote something in the transaction, as far as presence knows them. */
function authorOf(open: OpenDoc, transaction: Y.Transaction): string | null {
  for (const [cid, clock] of transaction.afterState) {
    if (cid === open.doc.clientID || (transaction.beforeState.get(cid) ?? 0) === clock) continue;
    const id = participantOf(open.awareness.getStates().get(cid));
    if (id !== '') return id;
  }
  return null;
}

function rootsOf(transaction: Y.Transaction): ReadonlySet<RootName> {
  const roots = new Set<RootName>();
  for (const type of transaction.changedParentTypes.keys()) {
    if (type._item !== null) continue;
    const name = Y.findRootTypeKey(type);
    if (isRootName(name)) roots.add(name);
  }
  return roots;
}
