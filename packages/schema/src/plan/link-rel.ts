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
  'quotes',
] as const;
export type LinkRel = (typeof LINK_RELS)[number];

/**
 * The link from a withheld item to what it shaped in the open plan. It is legal below `items` alone and leads to
 * `shared` and `voice` alone: one the other way would tell everybody that something is withheld (domain 6.5).
 */
export const SHAPES: LinkRel = 'shapes';

/**
 * The link from a quotation in section A to the words of the child that it repeats. The server alone makes one, from the words
 * themselves, so no client can bring one in or change what has one (C03).
 */
export const QUOTES: LinkRel = 'quotes';

/** Whether a text names a kind of link. */
export function isLinkRel(text: unknown): text is LinkRel {
  return LINK_RELS.some(rel => rel === text);
}
