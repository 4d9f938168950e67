import * as Y from 'yjs';
import type {Cast, Person} from './cast.ts';
import {waitFor} from '../wait-for.ts';
import {bodyOf} from './raw-http.ts';

/** An item that few people read. */
interface Place {
  readonly itemId: string;
  readonly compartmentId: string;
}

/**
 * Somebody says what their side thinks of an item and thinks again; says something beside it, twice, has it dealt with and not, and
 * takes it back; doesn't agree with it, with a file, and takes that back; suggests other words for it, types them, takes them back and
 * suggests others, unless it is a child's own; makes a scale for its readers where that is their office, places a
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
  const said = await commentOn(cast, person, {itemId, text: 'By the sea?'});
  secret.set('commentId', said);
  const reply = await commentOn(cast, person, {itemId, text: 'By the sea.', replyTo: said});
  for (const [id, what] of [
    [said, 'resolve'],
    [reply, 'reopen'],
    [reply, 'take-back'],
  ] as const)
    await cast.tell(person, 'POST', `./comments/${id}/${what}`);
  for (const isTakenBack of [true, false])
    await suggest(cast, person, {itemId, compartmentId}, secret, isTakenBack);
  const added = await cast.tell(person, 'POST', './disagreements/files', {itemId, data: '/9j/2Q=='});
  const {id: file} = bodyOf<{id: string}>(added);
  secret.set('fileId', file);
  const files = [{id: file, place: 'why'}];
  const differs = {itemId, words: 'Not by the sea.', wish: 'By the lake.', files};
  const opened = await cast.tell(person, 'POST', './disagreements', differs);
  const {id: differing} = bodyOf<{id: string}>(opened);
  secret.set('disagreementId', differing);
  await cast.tell(person, 'GET', `./attachments/${file}?as=text`);
  await cast.tell(person, 'POST', `./disagreements/${differing}/say`, {words: 'Still by the sea.'});
  await cast.tell(person, 'POST', `./disagreements/${differing}/say`, {outcome: 'printed'});
  await cast.tell(person, 'POST', `./disagreements/${differing}/withdraw`, {hideWords: true});
  for (const [on, means] of [
    ['2026-11-03', 'letter'],
    ['2026-11-04', 'phone'],
  ])
    await cast.tell(person, 'POST', './tries', {itemId, to: person.key, on, means});
  const made = await cast.tell(person, 'POST', './scales', {zero: 'Not safe.', ten: 'Safe.', compartmentId});
  if (/^HTTP\/1\.1 201/.test(made)) {
    const {id} = bodyOf<{id: string}>(made);
    secret.set('scaleId', id);
    await cast.tell(person, 'PUT', `./scales/${id}/rating`, {value: 4, oneHigher: 'By the sea.'});
    await cast.tell(person, 'POST', `./scales/${id}/reveal`);
  }
  await cast.tell(person, 'GET', './records?kinds=positions,comments,disagreements,proposals,ratings');
}

async function commentOn(cast: Cast, person: Person, body: object): Promise<string> {
  const answer = await cast.tell(person, 'POST', './comments', body);
  if (!/^HTTP\/1\.1 201/.test(answer)) throw new Error(`${person.key} ${answer}`);
  return bodyOf<{comments: {id: string}[]}>(answer).comments.at(-1)?.id ?? '';
}

async function suggest(
  cast: Cast,
  person: Person,
  {itemId, compartmentId}: Place,
  secret: Map<string, string>,
  isTakenBack: boolean,
): Promise<void> {
  const answer = await cast.tell(person, 'POST', './proposals', {itemId, reason: 'By the sea.'});
  if (!/^HTTP\/1\.1 201/.test(answer)) return;
  const {proposalId, root} = bodyOf<{proposalId: string; root: string}>(answer);
  secret.set('proposalId', proposalId);
  const client = person.sockets.find(one => one.isOpen && one.url.includes(compartmentId));
  if (client === undefined) throw new Error(`${person.key} has nothing open.`);
  await waitFor('the words to change', () => client.doc.getXmlFragment(root).length > 0);
  const [item] = client.doc.getXmlFragment(root).toArray();
  const [words] = item instanceof Y.XmlElement ? item.toArray() : [];
  const [text] = words instanceof Y.XmlElement ? words.toArray() : [];
  if (!(text instanceof Y.XmlText)) throw new Error(`${person.key} finds nothing to change.`);
  text.insert(0, 'By the sea. ');
  await client.saved();
  if (isTakenBack) await cast.tell(person, 'POST', `./proposals/${proposalId}/withdraw`, {});
}
