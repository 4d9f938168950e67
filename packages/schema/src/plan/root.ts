/** The lettered sections of an Education, Health and Care Plan, in printed order (reg 12; domain 1.1). */
export const SECTION_LETTERS = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H1', 'H2', 'I', 'J', 'K'] as const;
export type SectionLetter = (typeof SECTION_LETTERS)[number];

/** The three columns of a Signs of Safety map (domain 4.1). */
export const SAFETY_COLUMNS = ['worries', 'working', 'next'] as const;
export type SafetyColumn = (typeof SAFETY_COLUMNS)[number];

/** The Three Houses (domain 5.1). */
export const HOUSES = ['good', 'worries', 'dreams'] as const;
export type House = (typeof HOUSES)[number];

/**
 * The name of a root `XmlFragment` in a compartment's Yjs document. Clients can't rename, move or delete a root,
 * so comparing this name is the whole write check on a section.
 */
export type RootName =
  `section:${SectionLetter}` | `sos:${SafetyColumn}` | `house:${House}` | 'items' | `p:${string}`;

const FIXED_ROOTS: ReadonlySet<string> = new Set<RootName>([
  ...SECTION_LETTERS.map(letter => `section:${letter}` as const),
  ...SAFETY_COLUMNS.map(column => `sos:${column}` as const),
  ...HOUSES.map(house => `house:${house}` as const),
  'items',
]);

const PROPOSAL_ROOT = /^p:[A-Za-z0-9_-]{22}$/;

/** Whether a name could be a root at all; which roots a document really has is for its compartment to say. */
export function isRootName(name: string): name is RootName {
  return FIXED_ROOTS.has(name) || PROPOSAL_ROOT.test(name);
}
