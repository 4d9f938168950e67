import type {Cast, Person} from './cast.ts';
import {bodyOf} from './raw-http.ts';

/** An item that few people read. */
interface Place {
  readonly itemId: string;
  readonly compartmentId: string;
}

/**
 * Somebody says what their side thinks of an item and thinks again; makes a scale for its readers where that is their office, places a
 * number and shows the numbers; reads what everybody thinks. What comes of it that has an id is `secret` to all others.
 */
export async function agreeOn(
  cast: Cast,
  person: Person,
  {itemId, compartmentId}: Place,
  secret: Map<string, string>,
): Promise<void> {
  const party = cast.id(person.key);
  for (const [expectedVersion, stance] of ['agree', 'partly'].entries()) {
    const said = {party, stance, words: 'By the sea.', expectedVersion};
    const answer = await cast.tell(person, 'PUT', `./positions/${itemId}`, said);
    if (!/^HTTP\/1\.1 2/.test(answer)) throw new Error(`${person.key} ${answer}`);
  }
  const made = await cast.tell(person, 'POST', './scales', {zero: 'Not safe.', ten: 'Safe.', compartmentId});
  if (/^HTTP\/1\.1 201/.test(made)) {
    const {id} = bodyOf<{id: string}>(made);
    secret.set('scaleId', id);
    await cast.tell(person, 'PUT', `./scales/${id}/rating`, {value: 4, oneHigher: 'By the sea.'});
    await cast.tell(person, 'POST', `./scales/${id}/reveal`);
  }
  await cast.tell(person, 'GET', './records?kinds=positions,ratings');
}
