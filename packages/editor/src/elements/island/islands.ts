import type {RootName} from '@goldthread/schema';
import type {PlacedItem} from '@goldthread/schema/anchor';
import * as Y from 'yjs';
import type {OpenDoc, PlanSource} from '../../context/plan-source.ts';
import type {Leaving} from '../../prosemirror/islands/item-editor.ts';
import {SectionIslands, type Island} from '../../prosemirror/islands/section-islands.ts';
import {readWithholdings, type Withholding} from '../../records/withholding.ts';
import {adoptInto} from '../../styles/shared-sheets.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {PlanSection} from '../section/section.ts';
import {informedLines} from './informed.ts';
import {islandWords} from './island.styles.ts';
import {placedItems, shapedItems, withheldDocs, type OpenWithheld} from './private-items.ts';
import {ShownItem, type ItemsAround} from './shown-item.ts';

/** How long to wait before drawing around a word that is being composed, in milliseconds. */
const AFTER_COMPOSING = 100;

/**
 * The withheld items that a reader receives, drawn in their places in the sections of a plan. It owns the islands and
 * follows the documents; it decides nothing and is loaded only where there is something withheld to show.
 */
export class Islands {
  readonly #plan: PlanHost;
  readonly #shown = new Map<string, ShownItem>();
  readonly #sections = new Map<PlanSection, {readonly islands: SectionIslands; list: string}>();
  readonly #watched = new Map<Y.Doc, () => void>();
  readonly #lines = informedLines();
  #source: PlanSource | null = null;
  #decisions: readonly Withholding[] = [];
  #isDue = false;

  constructor(plan: PlanHost) {
    this.#plan = plan;
    adoptInto(plan, islandWords);
  }

  /** Shows what is withheld in this plan, with what the server said of it. Cheap to call on every change of the session. */
  follow(source: PlanSource, withholdings: unknown): void {
    this.#source = source;
    this.#decisions = readWithholdings(withholdings)?.withholdings ?? [];
    this.layOut();
  }

  stop(): void {
    for (const unwatch of this.#watched.values()) unwatch();
    this.#watched.clear();
    for (const {islands} of this.#sections.values()) islands.destroy();
    this.#sections.clear();
    for (const item of this.#shown.values()) item.destroy();
    this.#shown.clear();
  }

  /** Puts every island where it stands now. */
  readonly layOut = (): void => {
    this.#isDue = false;
    const source = this.#source;
    if (source === null) return;
    const withheld = withheldDocs(source);
    this.#watch(source, withheld);
    const placed = placedItems(source, withheld);
    this.#keepShown(source, withheld, placed);
    const shapes = shapedItems(withheld);
    for (const [section, {islands}] of this.#sections) {
      if (section.editor === islands.editor) continue;
      islands.destroy();
      this.#sections.delete(section);
    }
    for (const section of this.#plan.parts.elements) this.#layOutSection(source, section, placed, shapes);
    for (const item of this.#shown.values()) item.settle();
  };

  #keepShown(
    source: PlanSource,
    withheld: readonly OpenWithheld[],
    placed: ReadonlyMap<RootName, readonly PlacedItem[]>,
  ): void {
    const alive = new Set<string>();
    for (const item of [...placed.values()].flat()) {
      const open = withheld.find(({id}) => id === item.compartmentId)?.open;
      if (open === undefined) continue;
      const key = keyOf(item);
      alive.add(key);
      const shown = this.#shown.get(key) ?? new ShownItem(key, this.#around());
      this.#shown.set(key, shown);
      shown.update(source, open, item, this.#decisions);
    }
    for (const [key, shown] of this.#shown) {
      if (alive.has(key)) continue;
      this.#shown.delete(key);
      shown.destroy();
    }
  }

  #layOutSection(
    source: PlanSource,
    section: PlanSection,
    placed: ReadonlyMap<RootName, readonly PlacedItem[]>,
    shapes: ReadonlyMap<string, number>,
  ): void {
    const {editor} = section;
    const {root} = section.section;
    const items = (placed.get(root) ?? []).flatMap(item => this.#shown.get(keyOf(item)) ?? []);
    const all = [...this.#lines(source, root, shapes), ...items.map(item => item.island(source, section))];
    const known = this.#sections.get(section);
    section.toggleAttribute('has-private', items.length > 0);
    if (editor === null || (known === undefined && all.length === 0)) return;
    if (editor.view.composing) {
      setTimeout(this.#later, AFTER_COMPOSING);
      return;
    }
    const drawn = known ?? {islands: new SectionIslands(editor), list: ''};
    this.#sections.set(section, drawn);
    const list = JSON.stringify(all.map(placeOf));
    if (list !== drawn.list) drawn.islands.show(all);
    drawn.list = list;
  }

  #around(): ItemsAround {
    return {
      plan: this.#plan,
      layOut: this.layOut,
      leave: (key, how) => this.#leave(key, how),
      shown: key => this.#shown.get(key),
    };
  }

  #leave(key: string, how: Leaving): boolean {
    for (const [section, {islands}] of this.#sections) {
      if (!islands.has(key)) continue;
      if (islands.leave(key, how)) return true;
      if (how === 'escape') section.focusHeading();
      return how === 'escape';
    }
    return false;
  }

  /** Follows what may move an island, or bring one: what stands directly in the sections, and all of what is withheld. */
  #watch(source: PlanSource, withheld: readonly OpenWithheld[]): void {
    const open = new Map<Y.Doc, OpenDoc>();
    for (const root of ['section:A', 'house:good'] as const) {
      const one = source.docFor(root);
      if (one !== undefined) open.set(one.doc, one);
    }
    for (const one of withheld) open.set(one.open.doc, one.open);
    for (const [doc, unwatch] of this.#watched) {
      if (open.has(doc)) continue;
      unwatch();
      this.#watched.delete(doc);
    }
    for (const [doc, one] of open)
      if (!this.#watched.has(doc)) this.#watched.set(doc, this.#watchOne(doc, one));
  }

  #watchOne(doc: Y.Doc, open: OpenDoc): () => void {
    const isOpen = open.kind !== 'withheld';
    const onTransaction = ({changed}: Y.Transaction): void => {
      // Letters move nothing; in what is withheld a link may be new too.
      const moves = [...changed.keys()].some(type =>
        isOpen ? type._item === null : !(type instanceof Y.XmlText),
      );
      if (moves) this.#later();
    };
    doc.on('afterTransaction', onTransaction);
    open.addEventListener('doc', this.layOut);
    open.addEventListener('change', this.#later);
    return () => {
      doc.off('afterTransaction', onTransaction);
      open.removeEventListener('doc', this.layOut);
      open.removeEventListener('change', this.#later);
    };
  }

  /** Not within the transaction: the section's editor may be in the middle of showing it. */
  readonly #later = (): void => {
    if (this.#isDue) return;
    this.#isDue = true;
    queueMicrotask(this.layOut);
  };
}

function keyOf({compartmentId, itemId}: PlacedItem): string {
  return `${compartmentId}:${itemId ?? ''}`;
}

function placeOf({key, afterId, afterIndex}: Island): readonly unknown[] {
  return [key, afterId, afterIndex];
}
