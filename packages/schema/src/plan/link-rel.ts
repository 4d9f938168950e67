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
  'shapes',
] as const;
export type LinkRel = (typeof LINK_RELS)[number];

/**
 * The link from a withheld item to what it shaped in the open plan. It is legal below `items` alone and leads to
 * `shared` and `voice` alone: one the other way would tell everybody that something is withheld (domain 6.5).
 */
export const SHAPES: LinkRel = 'shapes';

/** Whether a text names a kind of link. */
export function isLinkRel(text: unknown): text is LinkRel {
  return LINK_RELS.some(rel => rel === text);
}
