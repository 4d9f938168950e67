import {itemId, prose, seeded, type Seeded} from './seeded.ts';

/** Item type by section: a plan of the bench has one kind of item in each. */
const SECTION_ITEMS = {
  A: 'statement',
  B: 'need',
  C: 'need',
  D: 'need',
  E: 'outcome',
  F: 'provision',
  G: 'provision',
  H1: 'provision',
  H2: 'provision',
  I: 'institution',
  J: 'budget',
  K: 'advice',
} as const;

/** A plan file before anything is written. */
interface EmptyPlan {
  readonly participants: readonly object[];
  readonly [field: string]: unknown;
}

/** A plan file with `people` key workers, the first of whom leads, and nothing written yet. */
export function emptyPlan(name: string, people: number): EmptyPlan {
  const workers = Array.from({length: people}, (_, i) => ({
    key: `kw${i}`,
    name: `Worker ${i}`,
    relationship: 'Key worker',
    role: 'keyworker',
    ...(i === 0 ? {lead: true} : {}),
  }));
  return {
    format: 'goldthread-plan',
    version: 1,
    ruleSet: 'england-2014',
    child: {name: `Bench ${name}`, calledName: 'Bench', born: '2014-03-02'},
    participants: [
      {key: 'child', name: 'Bench', relationship: 'The plan is about them', role: 'child'},
      ...workers,
    ],
    sections: {},
  };
}

const PARAGRAPHS_PER_PAGE = 5;
const PARAGRAPH_CHARACTERS = 330;
const TABLE_ROWS = 5;
const TABLE_COLUMNS = 4;

/** Roots of a long plan in which any key worker may change any item; in A each changes their own. */
export const LONG_PLAN_ROOTS: readonly string[] = Object.keys(SECTION_ITEMS)
  .filter(letter => letter !== 'A')
  .map(letter => `section:${letter}`);

/** A plan of `pages` pages over all sections; a page is one item of 5 paragraphs of 60 words and a table of 5 by 4. */
export function longPlan(name: string, people: number, pages: number): object {
  const random = seeded(pages);
  const letters = Object.entries(SECTION_ITEMS);
  const sections = letters.map(([letter, type], i) => {
    const count = Math.floor(pages / letters.length) + (i < pages % letters.length ? 1 : 0);
    return [letter, Array.from({length: count}, () => ({id: itemId(random), type, text: onePage(random)}))];
  });
  return {...emptyPlan(name, people), sections: Object.fromEntries(sections)};
}

interface Node {
  readonly type: string;
  readonly text?: string;
  readonly content?: readonly Node[];
}

function onePage(random: Seeded): Node {
  const many = (length: number, make: () => Node): Node[] => Array.from({length}, make);
  const paragraph = (length: number): Node => ({
    type: 'paragraph',
    content: [{type: 'text', text: prose(random, length).trim()}],
  });
  const cell = (): Node => ({type: 'tableCell', content: [paragraph(12)]});
  const row = (): Node => ({type: 'tableRow', content: many(TABLE_COLUMNS, cell)});
  const paragraphs = many(PARAGRAPHS_PER_PAGE, () => paragraph(PARAGRAPH_CHARACTERS));
  return {type: 'doc', content: [...paragraphs, {type: 'table', content: many(TABLE_ROWS, row)}]};
}
