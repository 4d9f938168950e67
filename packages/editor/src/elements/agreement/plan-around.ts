import type {PlanHost} from '../plan/plan-host.ts';

/** The plan in which something is drawn, through all shadow roots; null for what is drawn elsewhere. */
export function planAround(element: Element): PlanHost | null {
  let current: Element | null = element;
  while (current !== null) {
    const found: Element | null = current.closest('goldthread-plan');
    // That tag is given to one class alone, which is one.
    if (found !== null) return found as unknown as PlanHost;
    const root = current.getRootNode();
    current = root instanceof ShadowRoot ? root.host : null;
  }
  return null;
}
