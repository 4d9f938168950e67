import type {Cast, Person} from './cast.ts';
import {guessesAtDoors} from './guesses.ts';
import type {Known} from './known.ts';
import type {RawRequest} from './raw-http.ts';

/** Asks at every door as somebody, with whatever could be guessed in every place. */
export async function walkDoors(
  cast: Cast,
  person: Person,
  known: Pick<Known, 'colleague' | 'other' | 'item' | 'secret'>,
): Promise<readonly RawRequest[]> {
  const documents = person.documents.map(({id}) => id);
  const all = {...known, planId: cast.planId, self: cast.id(person.key), documents};
  const requests = guessesAtDoors(all);
  for (const {method, path, body, headers} of requests) await cast.tell(person, method, path, body, headers);
  return requests;
}
