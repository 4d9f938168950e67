/** How one item may point to another. The thread of a plan is made of these (domain 1.3). */
export const LINK_RELS = [
  'statement',
  'aspiration',
  'need',
  'outcome',
  'provision',
  'advice',
  'evidence',
  'danger',
  'goal',
  'disputes',
] as const;
export type LinkRel = (typeof LINK_RELS)[number];

/** Whether a text names a kind of link. */
export function isLinkRel(text: unknown): text is LinkRel {
  return LINK_RELS.some(rel => rel === text);
}
