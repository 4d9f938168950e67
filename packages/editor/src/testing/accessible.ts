import 'axe-core/axe.min.js';
import type {AxeResults, NodeResult, RunOptions} from 'axe-core';

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
  const {violations} = await axe.run(element, {runOnly: TAGS, rules, elementRef: true});
  const found: string[] = [];
  for (const {id, nodes} of violations)
    for (const node of nodes) if (await isWrong(axe, id, node)) found.push(lineOf(id, node));
  if (found.length > 0) throw new Error(found.join('\n'));
}

/**
 * What lies half under a bar at the edge, depending on what has come by now, is looked at again where it can be scrolled to: only
 * what is too small there too is wrong.
 */
async function isWrong(axe: Axe, rule: string, {any, element}: NodeResult): Promise<boolean> {
  const isObscured = any.some(({message}) => message.includes('partially obscured'));
  if (!isObscured || element === undefined) return true;
  element.scrollIntoView({block: 'center', behavior: 'instant'});
  const again = await axe.run(element, {runOnly: {type: 'rule', values: [rule]}});
  return again.violations.length > 0;
}

function lineOf(rule: string, {target, any}: NodeResult): string {
  return `${rule}: ${target.join(' ')} (${any.map(one => one.message).join(', ')})`;
}

/** A colour on its way from one to another would be measured as it happens to be. */
function endTransitions(root: Document | ShadowRoot): void {
  for (const one of root.getAnimations()) if (one instanceof CSSTransition) one.finish();
  for (const {shadowRoot} of root.querySelectorAll('*')) if (shadowRoot !== null) endTransitions(shadowRoot);
}
