import {createHash} from 'node:crypto';
import type {PmJson} from '@goldthread/schema/prosemirror';

/**
 * A hash of what an item says: its words and its facts. How words are set, where the item stands and what somebody withheld that
 * rests on it are none of that, so a party's answer outlives them.
 */
export function whatItSays({attrs = {}, content = []}: PmJson): string {
  const said = [facts(attrs), content.filter(isSaid).map(saying)];
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}

/** The same of a whole part of the plan: what its items say, in their order. */
export function whatTheySay(items: readonly PmJson[]): string {
  return createHash('sha256').update(items.map(whatItSays).join(' ')).digest('base64url');
}

/** A text that stood there in pieces of several formats is one text. */
function saying({type, text, attrs = {}, content = []}: PmJson): unknown {
  if (text !== undefined) return text;
  const inner: unknown[] = [];
  for (const one of content.map(saying)) {
    const last = inner.at(-1);
    if (typeof one === 'string' && typeof last === 'string') inner[inner.length - 1] = last + one;
    else inner.push(one);
  }
  return [type, facts(attrs), inner];
}

function facts(attrs: Readonly<Record<string, unknown>>): unknown[] {
  return Object.entries(attrs)
    .filter(([name, value]) => value !== null && name !== 'id' && !name.startsWith('anchor.'))
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

function isSaid({type, attrs}: PmJson): boolean {
  return type !== 'link' || attrs?.['rel'] !== 'shapes';
}
