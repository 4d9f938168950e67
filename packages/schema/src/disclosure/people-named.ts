import {wordsOf} from '../base/words.ts';
import type {Participant} from '../plan/participant.ts';

/** Words of names that name nobody. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'the a of and mr mrs ms miss dr prof sir de la van von'.split(' '),
);

/** What children call people, each with the words that say so in a relationship. */
const CALLED: readonly (readonly [children: string, relationship: string])[] = [
  ['dad daddy dada father papa stepdad', 'dad daddy father stepdad stepfather'],
  ['mum mums mummy mam mama mom mother stepmum', 'mum mummy mam mother stepmum stepmother'],
  ['gran granny nan nana nanny grandma grandmother', 'gran granny nan nana grandma grandmother'],
  ['grandad grandpa granddad grampa grandfather', 'grandad grandpa granddad grandfather'],
  ['brother bro stepbrother', 'brother stepbrother'],
  ['sister sis stepsister', 'sister stepsister'],
  ['uncle', 'uncle'],
  ['aunt auntie aunty', 'aunt auntie'],
  ['cousin', 'cousin'],
  ['carer carers foster', 'carer foster'],
  ['teacher teachers', 'teacher teaching'],
  ['social', 'social'],
  ['nurse', 'nurse'],
  ['doctor', 'doctor paediatrician'],
];

type Named = Pick<Participant, 'id' | 'name' | 'relationship'>;

/**
 * Whom a child's words name: by any part of a name, or by what the child calls them (`Dad`). Rather one too many: whoever is named
 * wrongly reads one item less until a grown-up has looked at it.
 */
export function peopleNamed<Person extends Named>(text: string, people: readonly Person[]): Person[] {
  const said = new Set(wordsOf(text).flatMap(({text: word}) => [word, ...withoutEnding(word)]));
  const called = CALLED.filter(([children]) => children.split(' ').some(word => said.has(word)));
  const relations = new Set(called.flatMap(([, relationship]) => relationship.split(' ')));
  return people.filter(({name, relationship}) => {
    const names = wordsOf(name).map(word => word.text);
    const isNamed = names.some(word => word.length > 1 && !NO_NAMES.has(word) && said.has(word));
    return (
      isNamed ||
      wordsOf(relationship).some(
        word => relations.has(word.text.replace(/s$/, '')) || relations.has(word.text),
      )
    );
  });
}

/** "Callums" without what makes it somebody's. */
function withoutEnding(word: string): string[] {
  return word.length > 3 && word.endsWith('s') ? [word.slice(0, -1)] : [];
}
