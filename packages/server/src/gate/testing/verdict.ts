import assert from 'node:assert/strict';
import * as Y from 'yjs';
import {admit} from '../admit.ts';
import type {GatePolicy} from '../policy.ts';
import {changeOf, contentOf, itemOf, serverDoc} from './documents.ts';
import {forge, type Forgery} from './forge.ts';
import {policyOf} from './policy-of.ts';

/** The roots of the plan that the tests change. */
export const B = 'section:B';
export const F = 'section:F';

/** A plan with two needs in section B and one provision in section F, written by client 1. */
export function plan(): Y.Doc {
  return serverDoc({
    [B]: [itemOf(1, 'needs time'), itemOf(2, 'needs rest')],
    [F]: [itemOf(3, 'help', 'provision')],
  });
}

/** The code with which an update is refused, or `admitted`; the document must be untouched in both cases. */
export function verdict(doc: Y.Doc, update: Uint8Array, policy: Partial<GatePolicy> = {}): string {
  const before = contentOf(doc);
  const roots = doc.share.size;
  const result = admit(doc, update, policyOf(policy));
  assert.equal(contentOf(doc), before);
  assert.equal(doc.share.size, roots);
  return result.ok ? 'admitted' : result.error.code;
}

/** The verdict on an update that is written byte by byte. */
export function forged(doc: Y.Doc, ...forgeries: readonly Forgery[]): string {
  return verdict(doc, forge(...forgeries));
}

/** The verdict on a change that a Yjs client makes to a new {@link plan}. */
export function changed(change: (copy: Y.Doc) => void, policy: Partial<GatePolicy> = {}): string {
  const doc = plan();
  return verdict(doc, changeOf(doc, change), policy);
}

/** What a forged struct brings where it doesn't matter. */
export const letter = new Y.ContentString('x');

/** The id of the first struct of client 1 that a test accepts. */
export function idWhere(doc: Y.Doc, accept: (item: Y.Item) => boolean): readonly [number, number] {
  for (const struct of doc.store.clients.get(1) ?? []) {
    if (struct instanceof Y.Item && accept(struct)) return [1, struct.id.clock];
  }
  throw new Error('No such struct');
}

/** The id of the first character of a text. */
export function textStart(doc: Y.Doc, word: string): readonly [number, number] {
  return idWhere(doc, item => item.content instanceof Y.ContentString && item.content.str.startsWith(word));
}
