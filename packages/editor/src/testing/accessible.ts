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
  const {violations} = await axe.run(element, {runOnly: TAGS, rules});
  const found = violations.map(
    one => `${one.id}: ${one.nodes.map(node => node.target.join(' ')).join('; ')}`,
  );
  if (found.length > 0) throw new Error(found.join('\n'));
}
