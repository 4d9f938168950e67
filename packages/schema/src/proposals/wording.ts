import {isAnchorAttribute} from '../plan/anchor-attribute.ts';
import {nodeKind} from '../prosemirror/node-names.ts';
import {hash64} from '../base/hash64.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {canonicalJson} from '../ydoc/canonical-json.ts';

/** What a proposal is about of an item: its words and the facts that somebody filled in, not its links and lists. */
export interface Wording {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly blocks: readonly PmJson[];
}

/** The wording of an item. */
export function wordingOf({attrs = {}, content = []}: PmJson): Wording {
  const facts = Object.entries(attrs)
    .filter(([name, value]) => value !== null && value !== undefined && isFact(name))
    .sort(([one], [other]) => (one < other ? -1 : 1));
  return {facts: Object.fromEntries(facts), blocks: content.filter(isBlock)};
}

/** A node that holds a wording and nothing else, under an id of its own. */
export function nodeOf(type: string, id: string, {facts, blocks}: Wording): PmJson {
  return {type, attrs: {id, ...facts}, ...(blocks.length > 0 && {content: blocks})};
}

/** Whether an attribute of an item says something. */
export function isFact(name: string): boolean {
  return name !== 'id' && !isAnchorAttribute(name);
}

/** Whether a node holds words. */
export function isBlock({type}: PmJson): boolean {
  return nodeKind(type) === 'block';
}

/** Whether two wordings are one, formats and order of facts included. */
export function saysTheSame(one: Wording, other: Wording): boolean {
  return wordingHash(one) === wordingHash(other);
}

/** A short name of a wording, by which both ends of a wire mean the same one. */
export function wordingHash({facts, blocks}: Wording): string {
  return hash64(canonicalJson([{type: 'doc', attrs: facts, content: blocks}]));
}
