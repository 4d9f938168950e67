import assert from 'node:assert/strict';
import {ITEM_TYPES, type RootName} from '@goldthread/schema';
import {checkNode, type PmJson} from '@goldthread/schema/prosemirror';
import {plainWords, wordingOf} from '@goldthread/schema/proposals';
import {canonicalHash, readElement, readRoot} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import {itemIn} from './writing.ts';

/** A proposal as its readers are told of it. */
export interface Suggestion {
  readonly id: string;
  readonly root: RootName;
  readonly item: string;
  readonly wordingId: string;
  readonly party: string;
  readonly state: string;
  readonly choices: readonly string[];
  readonly steps: readonly {readonly step: string}[];
}

/** What the server's copy holds after a run. */
interface Seen {
  readonly hashes: readonly string[];
  readonly nodes: readonly PmJson[];
  /** What the item says, and each proposal. */
  readonly says: string;
  readonly suggested: readonly string[];
}

/** Everything that a run left behind. */
interface Left extends Seen {
  readonly item: string;
  readonly all: readonly Suggestion[];
  readonly copies: readonly Y.Doc[];
  /** Words that were typed, by where: the item, or the root of a proposal. */
  readonly typed: ReadonlyMap<string, readonly string[]>;
  /** How often it shall be, as the item itself was changed to say. */
  readonly filledIn: readonly number[];
}

const PERIODS = ITEM_TYPES.provision.attributes['frequency.per']?.options ?? [];

/** Facts of which one belongs to the other, so that halves of two of them are found out. */
function howOften(count: number): Readonly<Record<string, unknown>> {
  return {'frequency.n': count, 'frequency.per': PERIODS[count % PERIODS.length]};
}

/** Reads the server's copy. */
export function seenIn(doc: Y.Doc, item: string, all: readonly Suggestion[]): Seen {
  const roots = rootsOf(all);
  const wordsOf = (root: RootName, id: string) => plainWords(wordingOf(readElement(itemIn(doc, root, id))));
  return {
    hashes: roots.map(root => canonicalHash(doc, root)),
    nodes: roots.flatMap(root => readRoot(doc.getXmlFragment(root))),
    says: wordsOf('section:F', item),
    suggested: all.map(({root, wordingId}) => wordsOf(root, wordingId)),
  };
}

/** Lets an item say how often it is. */
export function fillIn(element: Y.XmlElement, count: number): void {
  element.doc?.transact(() => {
    // Yjs types a value as text; a number is stored as what it is.
    for (const [name, value] of Object.entries(howOften(count))) element.setAttribute(name, value as string);
  });
}

/** Nothing is lost, nothing stands there twice, nothing is invalid, and everybody has the same. */
export function checkSuggested(left: Left, name: string): void {
  const {hashes, nodes, says, suggested, item, all, copies, typed} = left;
  for (const node of nodes) {
    assert.equal(checkNode(node), null, name);
    wholeFacts(node, name);
  }
  for (const doc of copies) {
    const own = rootsOf(all).map(root => canonicalHash(doc, root));
    assert.deepEqual(own, hashes, name);
  }
  for (const word of typed.get(item) ?? []) once(says, word, `${name}: the plan`);
  for (const [index, {root, steps}] of all.entries()) {
    for (const word of typed.get(root) ?? []) {
      once(suggested[index] ?? '', word, `${name}: ${root}`);
      if (steps.at(-1)?.step === 'accept') once(says, word, `${name}: accepted`);
    }
  }
  if (all.some(({state}) => state === 'agreed')) return;
  const count = nodes.find(({attrs}) => attrs?.['id'] === item)?.attrs?.['frequency.n'];
  if (typeof count === 'number')
    assert.ok(left.filledIn.includes(count), `${name}: nobody agreed to ${count}`);
  for (const word of all.flatMap(({root}) => typed.get(root) ?? []))
    assert.ok(!says.includes(word), `${name}: nobody agreed to ${word}`);
}

/** Of two people's facts that belong together nobody's half stands beside the other's. */
function wholeFacts({attrs = {}}: PmJson, name: string): void {
  const count = attrs['frequency.n'];
  if (count === undefined || count === null) assert.equal(attrs['frequency.per'] ?? null, null, name);
  else assert.equal(attrs['frequency.per'], howOften(Number(count))['frequency.per'], `${name}: how often`);
}

/** A space that somebody takes away beside a word is no part of it. No such word holds another one. */
function once(text: string, word: string, where: string): void {
  assert.equal(text.split(word).length, 2, `${where}: ${word} in ${text}`);
}

function rootsOf(all: readonly Suggestion[]): RootName[] {
  return ['section:F', ...all.map(({root}) => root)];
}

/** The texts in an element. */
export function textsIn(element: Y.XmlElement): Y.XmlText[] {
  return element.toArray().flatMap(child => {
    if (child instanceof Y.XmlText) return [child];
    return child instanceof Y.XmlElement ? textsIn(child) : [];
  });
}

/** The words of a text. */
export function wordsIn(text: Y.XmlText): string {
  return (text.toDelta() as {insert?: unknown}[])
    .map(({insert}) => (typeof insert === 'string' ? insert : ''))
    .join('');
}
