import {diff3Merge} from 'node-diff3';
import {fail, ok, type Result} from '../base/result.ts';
import {checkNode} from '../prosemirror/check-node.ts';
import {blocksOf, tokensOf, type Token} from './tokens.ts';
import type {Wording} from './wording.ts';

/**
 * What an item says once a proposal is accepted: what was changed in it since the proposal was made, and what the proposal
 * changes. `ask again` where both changed the same sentence or the same fact.
 * @param base what the item said as the proposal was made
 */
export function mergeWordings(base: Wording, now: Wording, proposed: Wording): Result<Wording, 'ask again'> {
  const facts = mergeFacts(base.facts, now.facts, proposed.facts);
  const blocks = mergeBlocks(base, now, proposed);
  return facts === null || blocks === null ? fail('ask again') : ok({facts, blocks});
}

function mergeBlocks(base: Wording, now: Wording, proposed: Wording): Wording['blocks'] | null {
  const [old, mine, theirs] = [base, now, proposed].map(one => tokensOf(one.blocks));
  const tokens: Token[] = [];
  for (const part of diff3Merge<Token>(mine ?? [], old ?? [], theirs ?? [], {excludeFalseConflicts: true})) {
    if (part.ok === undefined) return null;
    tokens.push(...part.ok);
  }
  const blocks = blocksOf(tokens);
  const stands = blocks?.every(block => checkNode(block) === null) ?? false;
  return stands ? blocks : null;
}

type Facts = Wording['facts'];

/** Facts that belong together, as how often and in how long, are one: two halves of them make a whole that nobody wrote. */
function mergeFacts(base: Facts, now: Facts, proposed: Facts): Facts | null {
  const names = [...new Set([...Object.keys(base), ...Object.keys(now), ...Object.keys(proposed)])].sort();
  const merged: Record<string, unknown> = {};
  for (const group of Map.groupBy(names, name => name.split('.')[0] ?? name).values()) {
    const [was, is, would] = [base, now, proposed].map(facts => pick(facts, group));
    const isSame = JSON.stringify(is) === JSON.stringify(would);
    const isMine = JSON.stringify(is) !== JSON.stringify(was);
    const isTheirs = JSON.stringify(would) !== JSON.stringify(was);
    if (isMine && isTheirs && !isSame) return null;
    Object.assign(merged, isTheirs ? would : is);
  }
  return merged;
}

function pick(facts: Facts, names: readonly string[]): Facts {
  return Object.fromEntries(names.flatMap(name => (name in facts ? [[name, facts[name]]] : [])));
}
