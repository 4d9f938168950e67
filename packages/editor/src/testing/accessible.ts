import 'axe-core/axe.min.js';
import type {AxeResults, RunOptions} from 'axe-core';

interface Axe {
  run(context: Element, options: RunOptions): Promise<AxeResults>;
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails with the rule and the place of each finding of axe in an element, its shadow roots included. */
export async function accessible(element: Element, without: readonly string[] = []): Promise<void> {
  // axe-core has no ES module: it puts itself on the global object, of which the compiler knows nothing.
  const {axe} = globalThis as unknown as {axe: Axe};
  const rules = Object.fromEntries(['region', ...without].map(rule => [rule, {enabled: false}]));
  endTransitions(document);
  const {violations} = await axe.run(element, {runOnly: TAGS, rules});
  const found = violations.flatMap(({id, nodes}) => {
    // What lies half under a bar at the edge can be scrolled clear of it; where it lies depends on what has come by now.
    const wrong = nodes.filter(({any}) => !any.some(({message}) => message.includes('partially obscured')));
    const places = wrong.map(
      ({target, any}) => `${target.join(' ')} (${any.map(one => one.message).join(', ')})`,
    );
    return wrong.length === 0 ? [] : [`${id}: ${places.join('; ')}`];
  });
  if (found.length > 0) throw new Error(found.join('\n'));
}

/** A colour on its way from one to another would be measured as it happens to be. */
function endTransitions(root: Document | ShadowRoot): void {
  for (const one of root.getAnimations()) if (one instanceof CSSTransition) one.finish();
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot !== null) endTransitions(shadowRoot);
}
