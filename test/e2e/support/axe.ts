import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {Page} from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Looks a page over, or the dialog that is open on it: what lies below one can't be reached, and is looked at without it. What lies
 * half under a bar at the edge, depending on what has come by now, is looked at again where it can be scrolled to: only what is too
 * small there too is wrong. Runs in the page, so it is sent as text.
 */
const LOOK = `async tags => {
  const modalIn = root => {
    for (const one of root.querySelectorAll('*')) {
      if (one.matches('dialog:modal')) return modalIn(one) ?? one;
      const found = one.shadowRoot === null ? null : modalIn(one.shadowRoot);
      if (found !== null) return found;
    }
    return null;
  };
  const options = {runOnly: tags, resultTypes: ['violations'], elementRef: true};
  const {violations} = await axe.run(modalIn(document) ?? document, options);
  for (const rule of violations) {
    const wrong = [];
    for (const node of rule.nodes) {
      const isObscured = node.any.some(({message}) => message.includes('partially obscured'));
      if (isObscured && node.element) {
        node.element.scrollIntoView({block: 'center', behavior: 'instant'});
        const again = await axe.run(node.element, {runOnly: {type: 'rule', values: [rule.id]}});
        if (again.violations.length === 0) continue;
      }
      delete node.element;
      wrong.push(node);
    }
    rule.nodes = wrong;
  }
  return violations.map(({id, nodes}) => ({
    id,
    nodes: nodes.map(({target, any}) => ({target: target.flat().join(' '), why: any.map(one => one.message).join(', ')})),
  }));
}`;

interface Breach {
  readonly id: string;
  readonly nodes: readonly {readonly target: string; readonly why: string}[];
}

/** What axe finds wrong with a screen as it stands, shadow roots included: rule, place, and the screen's name. */
export async function breaches(page: Page, screen: string): Promise<string[]> {
  // Sent through the debugger: the pages' content security policy lets no script of ours in by any other way.
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(`${SOURCE}; undefined`);
  const found = await page.evaluate<readonly Breach[]>(`(${LOOK})(${JSON.stringify(TAGS)})`);
  return found.flatMap(({id, nodes}) => {
    if (nodes.length === 0) return [];
    const places = nodes.slice(0, 4).map(({target, why}) => `${target} ${why}`);
    return `${screen}: ${id} (${nodes.length}): ${places.join('; ')}`;
  });
}
