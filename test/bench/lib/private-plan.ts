import {emptyPlan} from './plan-files.ts';
import {itemId, prose, seeded, type Seeded} from './seeded.ts';

const PAGES = 60;
const PARAGRAPHS_PER_PAGE = 6;
const PARAGRAPH_CHARACTERS = 400;
const NOTES = 5;

/** A plan of 60 pages whose key workers also receive so many withheld compartments, each with somebody else who reads only that one. */
export function privatePlan(compartments: number): (name: string, people: number) => object {
  return (name, people) => {
    const {participants, ...plan} = emptyPlan(name, people);
    const random = seeded(compartments + 1);
    const workers = Array.from({length: people}, (_, at) => `kw${at}`);
    const readers = Array.from({length: compartments}, (_, at) => `reader${at}`);
    const F = Array.from({length: PAGES}, () => ({
      id: itemId(random),
      type: 'provision',
      text: onePage(random),
    }));
    const worries = readers.flatMap(reader =>
      Array.from({length: NOTES}, () => ({
        id: itemId(random),
        type: 'harm',
        text: prose(random, PARAGRAPH_CHARACTERS).trim(),
        audience: [...workers, reader],
      })),
    );
    return {
      ...plan,
      participants: [
        ...participants,
        ...readers.map(key => ({key, name: key, relationship: 'Health visitor', role: 'health'})),
      ],
      sections: {F},
      ...(compartments > 0 && {signsOfSafety: {worries}}),
    };
  };
}

function onePage(random: Seeded): string {
  return Array.from({length: PARAGRAPHS_PER_PAGE}, () => prose(random, PARAGRAPH_CHARACTERS).trim()).join(
    '\n',
  );
}
