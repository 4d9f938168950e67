import type {ItemId, ItemTypeName, SectionSpec} from '@goldthread/schema';
import type {ReactiveController} from 'lit';
import type {PlanScreenOpen} from '../../events/screen-open.ts';
import {adoptInto} from '../../styles/shared-sheets.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {focusedNow} from '../plan/screens.ts';
import {accessIn} from '../plan/view-model.ts';
import {PlanScales} from '../scale/scales.ts';
import type {PlanSection} from '../section/section.ts';
import {MapColumn} from './map-column.ts';
import {MapHead} from './map-head.ts';
import {nameOnMap} from './map-index.ts';
import {MapItems} from './map-items.ts';
import {MapThread} from './map-thread.ts';
import {mapFrame, mapSection, mapWords} from './map.styles.ts';

const isOnMap = ({group}: SectionSpec): boolean => group === 'safety';

/**
 * The plan as one map: its three safety columns side by side, in the very elements and editors in which the plan shows
 * them, with the numbers below. It owns what it puts on the page and takes all of it away again.
 */
export class SafetyMap implements ReactiveController {
  readonly #plan: PlanHost;
  readonly #head = new MapHead();
  readonly #scales = new PlanScales();
  readonly #thread = new MapThread();
  readonly #items: MapItems;
  readonly #columns = new Map<PlanSection, MapColumn>();
  readonly #before: {
    readonly focused: HTMLElement | null;
    readonly top: number;
    readonly view: PlanHost['view'];
    readonly current: PlanHost['current'];
  };
  readonly #away = new AbortController();

  /** Shows the map of a plan, with the focus on what is missing at one of its items, or on its name. */
  constructor(plan: PlanHost, item: ItemId | null) {
    this.#plan = plan;
    this.#before = {focused: focusedNow(), top: scrollY, view: plan.view, current: plan.current};
    this.#head.addEventListener('back', () => void this.#leave());
    this.#scales.inline = true;
    this.#items = new MapItems(plan, () => ({
      all: this.#scales.listed,
      start: ({id, compartmentId}) => this.#scales.begin(id, compartmentId),
      tie: items => (this.#thread.tied = items),
    }));
    this.#scales.addEventListener('drawn', this.#items.layOut);
    adoptInto(plan, mapWords);
    adoptInto(plan.renderRoot, mapFrame);
    const {signal} = this.#away;
    plan.addEventListener('plan-section-open', event => this.#onGo(event.root), {signal, capture: true});
    plan.addEventListener('plan-panel-open', event => this.#onPanel(event.panel), {signal, capture: true});
    plan.addEventListener('plan-screen-open', event => this.#onScreen(event), {signal});
    plan.addController(this);
    void this.#enter(item);
  }

  /** The plan draws its sections only after this. */
  hostUpdated(): void {
    queueMicrotask(() => this.#follow());
  }

  #follow(): void {
    if (this.#away.signal.aborted) return;
    const {source, sections, parts} = this.#plan;
    if (source === null || source.facts === null || !sections.some(isOnMap)) {
      this.#takeAway();
      return;
    }
    this.#head.childName = source.facts.childName;
    this.#scales.source = source;
    this.#scales.nameOf = id => nameOnMap(source, id);
    this.#scales.isPlain = this.#plan.screens.isPlain;
    this.#items.follow(source);
    for (const section of parts.elements) if (isOnMap(section.section)) this.#showColumn(section);
    this.#thread.columns = [...this.#columns.keys()].flatMap(
      section => section.querySelector('.goldthread-words') ?? [],
    );
    if (this.#head.isConnected) return;
    this.#plan.prepend(this.#head);
    this.#plan.append(this.#scales, this.#thread);
    this.#thread.numbers = this.#scales;
  }

  async #enter(item: ItemId | null): Promise<void> {
    const plan = this.#plan;
    plan.toggleAttribute('map', true);
    plan.view = plan.isFamilyPhone ? 'part' : 'plan';
    plan.current = plan.sections.find(isOnMap)?.root ?? null;
    plan.screens.showParts(isOnMap);
    await plan.updateComplete;
    await this.#head.updateComplete;
    scrollTo(0, 0);
    this.#head.focus();
    if (item !== null) this.#items.goTo(item);
  }

  #onScreen({screen, item}: PlanScreenOpen): void {
    if (screen === 'map' && item !== null) this.#items.goTo(item);
  }

  #showColumn(section: PlanSection): void {
    const column = this.#columns.get(section) ?? new MapColumn();
    column.section = section.section;
    column.childName = section.childName;
    column.types = this.#typesIn(section.section);
    column.level = this.#plan.source?.facts?.safety ?? null;
    if (this.#columns.has(section)) return;
    this.#columns.set(section, column);
    section.toggleAttribute('in-map', true);
    adoptInto(section.renderRoot, mapSection);
    section.append(column);
    void section.ready();
  }

  /** What this person may add to a column. A dispute is begun at what it is about. */
  #typesIn({root, itemTypes}: SectionSpec): readonly ItemTypeName[] {
    const {source, own} = this.#plan;
    if (source === null || source.facts === null || accessIn(source, root) === 'read') return [];
    const mayAdd = own.rightsIn(source.facts, root);
    return itemTypes.filter(type => type !== 'dispute' && mayAdd(null, type));
  }

  /** What isn't on the map stands in the plan. */
  #onGo(root: string): void {
    if (!this.#plan.sections.some(section => section.root === root && isOnMap(section))) this.#takeAway();
  }

  #onPanel(panel: string): void {
    if (panel !== 'settings' && panel !== 'help') this.#takeAway();
  }

  async #leave(): Promise<void> {
    const plan = this.#plan;
    const {focused, top, view, current} = this.#before;
    this.#takeAway();
    plan.view = view;
    plan.current = current;
    await plan.updateComplete;
    scrollTo(0, top);
    focused?.focus();
  }

  #takeAway(): void {
    this.#away.abort();
    this.#plan.removeController(this);
    this.#plan.toggleAttribute('map', false);
    this.#plan.screens.showParts(null);
    this.#items.stop();
    this.#head.remove();
    this.#scales.remove();
    this.#thread.remove();
    for (const [section, column] of this.#columns) {
      column.remove();
      section.toggleAttribute('in-map', false);
    }
  }
}
