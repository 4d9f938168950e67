import {assertNever, ITEM_TYPES} from '@goldthread/schema';
import type * as Y from 'yjs';
import type {PlanSource} from '../../context/plan-source.ts';
import {PlanFieldChange} from '../../events/field-change.ts';
import type {MapAct, MapAsked} from '../../events/map-act.ts';
import type {ScalePlace} from '../../records/ratings.ts';
import {inPause} from '../../sync/typing-pause.ts';
import {dayIn} from '../../words/clock-time.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {factsAt} from './facts-at.ts';
import {addBeside, asId} from './map-acts.ts';
import {writeSentence} from './map-commands.ts';
import {readMap, watchMap} from './map-index.ts';
import {labelOf} from './map-labels.ts';
import {MapItem, type MapItemFacts} from './map-item.ts';
import {threadOf, type MapEntry} from './pairs.ts';
import {onPage, type OnPage} from './on-page.ts';
import {stayAt} from './stay-at.ts';

/** The numbers below the map, as far as its items ask about them. */
export interface MapNumbers {
  /** Every scale that this reader has; null while that isn't known. */
  readonly all: readonly ScalePlace[] | null;
  /** Asks for the ends of a new one about a danger statement, for those who read that. */
  readonly start: (danger: MapEntry) => void;
  /** Draws the thread through what is tied together. */
  readonly tie: (items: readonly Element[]) => void;
}

/** How long to wait before saying anew what is missing, in milliseconds: at least, and at most. */
const REST = [150, 600] as const;

/**
 * Says at each item of the map what it lacks and what is said against it, in the place that its editor leaves for its
 * facts. It owns those lines and nothing of the items.
 */
export class MapItems {
  readonly #plan: PlanHost;
  readonly #numbers: () => MapNumbers;
  readonly #shown = new Map<string, {readonly dom: MapItem; told: string}>();
  readonly #watched = new Map<Y.Doc, () => void>();
  /** An editor may draw an item anew at any time, and what was put into it is gone. */
  readonly #redrawn = new MutationObserver(() => this.#later());
  #callOff: (() => void) | undefined;
  /** The item that somebody asked for and that isn't drawn yet. */
  #wanted: string | null = null;

  constructor(plan: PlanHost, numbers: () => MapNumbers) {
    this.#plan = plan;
    this.#numbers = numbers;
    plan.addEventListener('map-act', this.#onAct);
    plan.addEventListener('plan-editor-ready', this.layOut);
  }

  /** Says it as things stand now, and goes on doing so. Cheap to call on every change of the session. */
  follow(source: PlanSource): void {
    const docs = new Map(
      [...source.docs.values()].flatMap(open => (open.kind === 'voice' ? [] : [[open.doc, open]])),
    );
    for (const [doc, unwatch] of this.#watched) {
      if (docs.has(doc)) continue;
      unwatch();
      this.#watched.delete(doc);
    }
    for (const [doc, {kind}] of docs)
      if (!this.#watched.has(doc)) this.#watched.set(doc, watchMap(doc, kind, this.#later));
    for (const words of this.#columns()) this.#redrawn.observe(words, {childList: true, subtree: true});
    this.#later();
  }

  /** Puts the focus on what is missing at an item, as soon as it is drawn. */
  goTo(id: string): void {
    this.#wanted = id;
    this.#later();
  }

  stop(): void {
    this.#plan.removeEventListener('map-act', this.#onAct);
    this.#plan.removeEventListener('plan-editor-ready', this.layOut);
    for (const unwatch of this.#watched.values()) unwatch();
    this.#watched.clear();
    this.#redrawn.disconnect();
    this.#callOff?.();
    for (const {dom} of this.#shown.values()) {
      if (dom.parentElement !== null) name(dom.parentElement, ITEM_TYPES[dom.facts.entry.type].label);
      dom.remove();
    }
    this.#shown.clear();
  }

  readonly layOut = (): void => {
    const {source} = this.#plan;
    if (source === null || source.facts === null) return;
    const entries = readMap(source);
    const {all: scales} = this.#numbers();
    const today = dayIn(new Date());
    const alive = new Set<string>();
    for (const entry of entries) {
      const page = onPage(this.#plan, entry);
      if (page === null) continue;
      alive.add(entry.id);
      name(page.place, labelOf(entry.type, source.facts.safety));
      this.#show(page.place, factsAt(this.#plan, entries, entry, {scales, today}));
    }
    this.#numbers().tie(threadOf(entries).flatMap(one => onPage(this.#plan, one)?.item ?? []));
    for (const [id, {dom}] of this.#shown) {
      if (alive.has(id)) continue;
      dom.remove();
      this.#shown.delete(id);
    }
    const wanted = this.#wanted === null ? undefined : this.#shown.get(this.#wanted);
    if (wanted === undefined) return;
    this.#wanted = null;
    void this.#lookAt(wanted.dom);
  };

  async #lookAt(dom: MapItem): Promise<void> {
    await dom.updateComplete;
    stayAt(dom, this.#columns());
  }

  #columns(): Iterable<Element> {
    return this.#plan.querySelectorAll('[in-map] > .goldthread-words');
  }

  #show(place: Element, facts: MapItemFacts): void {
    const known = this.#shown.get(facts.entry.id) ?? {dom: new MapItem(), told: ''};
    this.#shown.set(facts.entry.id, known);
    const told = JSON.stringify(facts);
    if (told !== known.told) known.dom.facts = facts;
    known.told = told;
    // Below the facts, which are drawn when they are known.
    if (place.lastElementChild === known.dom) return;
    const focused = known.dom.shadowRoot?.activeElement;
    place.append(known.dom);
    // What is moved loses the focus.
    if (focused instanceof HTMLElement) focused.focus();
  }

  readonly #later = (): void => {
    this.#callOff ??= inPause(
      () => {
        this.#callOff = undefined;
        this.layOut();
      },
      ...REST,
    );
  };

  readonly #onAct = (event: MapAct): void => {
    const shown = [...this.#shown.values()].find(({dom}) => event.composedPath().includes(dom));
    if (shown !== undefined) this.#act(shown.dom, event.asked);
  };

  #act(dom: MapItem, asked: MapAsked): void {
    const plan = this.#plan;
    const {entry} = dom.facts;
    const {facts} = plan.source ?? {};
    switch (asked.kind) {
      case 'goal':
        void addBeside(plan, entry, {
          ...{type: 'goal', root: 'sos:next', rel: 'danger', isNext: false, facts: {}},
        });
        return;
      case 'dispute':
        void addBeside(plan, entry, {
          ...{type: 'dispute', root: 'sos:worries', rel: 'disputes', isNext: true},
          facts: {speaker: facts?.me.name ?? '', date: dayIn(new Date())},
        });
        return;
      case 'scale':
        this.#numbers().start(entry);
        return;
      case 'checked':
        this.#set(onPage(plan, entry), 'testedOn', dayIn(new Date()));
        this.layOut();
        // The button is gone, and something else is said in its place.
        void this.#lookAt(dom);
        return;
      case 'sentence':
        this.#write(entry, asked.sentence, asked.who);
        return;
      default:
        assertNever(asked);
    }
  }

  #write(entry: MapEntry, sentence: string, who: string): void {
    const page = onPage(this.#plan, entry);
    if (page === null) return;
    page.editor.run(writeSentence(asId(entry.id), sentence));
    if (who !== '') this.#set(page, 'worriedBy', who);
    page.editor.focus();
  }

  /** The item's own facts know how theirs are changed. */
  #set(page: OnPage | null, name: string, value: string): void {
    const facts = page?.place.querySelector('goldthread-item-facts');
    facts?.dispatchEvent(new PlanFieldChange(name, value));
  }
}

/** Says what an item is, in front of its words too. */
function name(place: Element, label: string): void {
  const island = place.closest('goldthread-island');
  if (island !== null) island.called = label;
  const article = place.closest('article');
  if (article !== null && article.ariaLabel !== label) article.ariaLabel = label;
}
