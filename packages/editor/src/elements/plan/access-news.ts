import type {RootName} from '@goldthread/schema';
import {PlanAccessChanged} from '../../events/access-changed.ts';
import {PlanClosed} from '../../events/closed.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import {words} from '../../words/words.ts';
import {accessDifference} from './change-log.ts';
import type {PlanHost} from './plan-host.ts';
import {titleOf} from './view-model.ts';

/**
 * Notices that this person's own access, or the connection, has changed, and says so in words. It owns what was
 * known before; whether something may be written is the session's to say.
 */
export class AccessNews {
  readonly #plan: PlanHost;
  #roots: readonly RootName[] | null = null;
  #wasOffline = false;
  #changesBefore: readonly unknown[] = [];
  #isClosed = false;

  constructor(plan: PlanHost) {
    this.#plan = plan;
  }

  /** To be called on every change of the session. */
  follow(source: PlanSource): void {
    this.#followRights(source);
    this.#followConnection(source);
    const stopped = this.#plan.stopped;
    const isClosed = stopped !== null && stopped !== 'failed';
    if (isClosed && !this.#isClosed) this.#plan.dispatchEvent(new PlanClosed(stopped));
    this.#isClosed = isClosed;
  }

  #followRights(source: PlanSource): void {
    const open = [...source.docs.values()];
    // Rights are known once every document is live; between two connections nothing is gained or lost.
    if (open.length === 0 || open.some(doc => doc.state.kind !== 'live')) return;
    // Where somebody writes what they suggest is no part of the plan.
    const roots = open.flatMap(doc => doc.writableRoots).filter(root => !root.startsWith('p:'));
    const before = this.#roots;
    this.#roots = roots;
    if (before === null) return;
    const {gained, lost} = accessDifference(before, roots);
    if (gained.length === 0 && lost.length === 0) return;
    const isShown = (root: RootName) => this.#plan.sections.some(one => one.root === root);
    const name = (root: RootName) => this.#titleOf(source, root);
    const say = words.access;
    const told = [
      ...lost.filter(isShown).map(root => say.nowReadOnly(name(root))),
      ...gained.filter(isShown).map(root => say.nowWritable(name(root))),
    ];
    this.#plan.news = told.length > 3 ? say.narrowed : `${say.narrowed} ${told.join(' ')}`;
    this.#plan.dispatchEvent(new PlanAccessChanged(roots));
  }

  #followConnection(source: PlanSource): void {
    const open = [...source.docs.values()];
    const offline = source.status === 'offline' || open.some(doc => doc.state.kind === 'offline');
    this.#plan.isOffline = offline;
    if (offline) this.#plan.backOnline = '';
    if (offline && !this.#wasOffline) this.#changesBefore = this.#plan.changes;
    if (this.#wasOffline && !offline && source.save.kind === 'saved') {
      this.#wasOffline = false;
      this.#plan.backOnline =
        this.#plan.changes === this.#changesBefore ? words.save.back : words.save.backChanged;
    }
    this.#wasOffline ||= offline;
  }

  #titleOf(source: PlanSource, root: RootName): string {
    const section = this.#plan.sections.find(one => one.root === root);
    return section === undefined ? root : titleOf(section, source.facts?.childName ?? '');
  }
}
