import type {RootName} from '@goldthread/schema';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {PlanSource} from '../../context/plan-source.ts';
import type {Island} from '../../prosemirror/islands/section-islands.ts';
import {island as say} from '../../words/en/island.ts';
import {idAt} from './private-items.ts';

/**
 * The lines that say of an open item that private ones are a reason for it. Counted from what this reader has alone, so
 * that a line never tells of more than its reader may know.
 */
export function informedLines(): (
  source: PlanSource,
  root: RootName,
  shapes: ReadonlyMap<string, number>,
) => readonly Island[] {
  const made = new Map<string, HTMLElement>();
  return (source, root, shapes) => {
    const items = shapes.size === 0 ? [] : (source.docFor(root)?.doc.getXmlFragment(root).toArray() ?? []);
    return items.flatMap((child, index): Island[] => {
      const id = child instanceof Y.XmlElement ? itemIdOf(child) : null;
      const count = id === null ? 0 : (shapes.get(id) ?? 0);
      if (id === null || count === 0) return [];
      const dom = made.get(id) ?? newLine();
      made.set(id, dom);
      const text = count === 1 ? say.informedByOne : say.informed(String(count));
      if (dom.textContent !== text) dom.textContent = text;
      return [
        {key: `informed:${id}`, dom, afterId: idAt(source, root, index), afterIndex: index, focusAt: null},
      ];
    });
  };
}

function newLine(): HTMLElement {
  const line = document.createElement('p');
  line.className = 'goldthread-informed';
  return line;
}
