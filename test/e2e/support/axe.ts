import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import type {AxeResults} from 'axe-core';
import type {Page} from 'playwright-core';

const SOURCE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What axe finds wrong with a screen as it stands, shadow roots included: rule, place, and the screen's name. */
export async function breaches(page: Page, screen: string): Promise<string[]> {
  // Sent through the debugger: the pages' content security policy lets no script of ours in by any other way.
  if (await page.evaluate('typeof axe === "undefined"')) await page.evaluate(`${SOURCE}; undefined`);
  const options = JSON.stringify({runOnly: TAGS, resultTypes: ['violations']});
  const {violations} = await page.evaluate<AxeResults>(`axe.run(document, ${options})`);
  return violations.flatMap(one => {
    // What lies half under a bar at the edge can be scrolled clear of it; sizes are measured elsewhere.
    const nodes = one.nodes.filter(node => !why(node.any).includes('partially obscured'));
    if (nodes.length === 0) return [];
    const places = nodes.slice(0, 4).map(node => `${node.target.flat().join(' ')} ${why(node.any)}`);
    return `${screen}: ${one.id} (${nodes.length}): ${places.join('; ')}`;
  });
}

function why(checks: readonly {readonly message: string}[]): string {
  return checks.map(check => check.message).join(', ');
}
