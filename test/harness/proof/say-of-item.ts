import type {Cast, Person} from './cast.ts';

/** Somebody says what their side thinks of an item, thinks again, and reads what everybody thinks. */
export async function sayOf(cast: Cast, person: Person, itemId: string): Promise<void> {
  const party = cast.id(person.key);
  for (const [expectedVersion, stance] of ['agree', 'partly'].entries()) {
    const said = {party, stance, words: 'By the sea.', expectedVersion};
    const answer = await cast.tell(person, 'PUT', `./positions/${itemId}`, said);
    if (!/^HTTP\/1\.1 2/.test(answer)) throw new Error(`${person.key} ${answer}`);
  }
  await cast.tell(person, 'GET', './records?kinds=positions');
}
