import {itemIdOf} from '@goldthread/schema/ydoc';
import type {WordsEditor} from '../../prosemirror/words-editor.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {MapEntry} from './pairs.ts';

/** Where an item stands on the page, and the editor of its words. */
export interface OnPage {
  readonly item: Element;
  readonly place: Element;
  readonly editor: WordsEditor;
}

/** Where an item of the map stands on the page; null while it isn't drawn. */
export function onPage(plan: PlanHost, {id, root, compartmentId}: MapEntry): OnPage | null {
  const section = plan.parts.elementOf(root);
  if (section === undefined) return null;
  if (compartmentId !== null) {
    const islands = [...section.querySelectorAll('goldthread-island')];
    const island = islands.find(one => one.editor !== null && itemIdOf(one.editor.element) === id);
    const editor = island?.editor;
    if (island === undefined || editor === null || editor === undefined) return null;
    return {item: island, place: island.place, editor};
  }
  const {editor} = section;
  const article = section.querySelector(`article[data-id="${CSS.escape(id)}"]`);
  const place = article?.querySelector(':scope > .goldthread-item-facts') ?? null;
  if (editor === null || article === null || place === null) return null;
  return {item: article, place, editor};
}
