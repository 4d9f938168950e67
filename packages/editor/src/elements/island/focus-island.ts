import {itemIdOf} from '@goldthread/schema/ydoc';
import type {PlanHost} from '../plan/plan-host.ts';
import type {PlanIsland} from './island.ts';

/** How many frames an item that few people read may take until it is drawn. */
const FRAMES = 60;

/** Puts the caret into a withheld item once it is drawn; null where it isn't on the page after a moment. */
export async function focusIsland(
  plan: PlanHost,
  id: string,
  side: 'start' | 'end',
): Promise<PlanIsland | null> {
  for (let frame = 0; frame < FRAMES; frame++) {
    await new Promise(requestAnimationFrame);
    const islands = [...plan.querySelectorAll('goldthread-island')];
    const island = islands.find(one => one.editor !== null && itemIdOf(one.editor.element) === id);
    if (island?.editor?.view.dom.checkVisibility() !== true) continue;
    island.editor.focusAt(side);
    return island;
  }
  return null;
}
