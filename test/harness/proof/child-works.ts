import type {Cast} from './cast.ts';
import {bodyOf} from './raw-http.ts';

type Ask = (method: 'GET' | 'POST' | 'PUT' | 'PATCH', path: string, body?: object) => Promise<string>;

/** What a person asks of the server. */
type AskAs = (who: 'child' | 'keyworker' | 'manager', ...asked: Parameters<Ask>) => ReturnType<Ask>;

/**
 * A child chooses who reads something, and calls for help; somebody writes down what came of what the child said, in the plan too, and
 * one person more reads something against the child's choice. Gives the id of the call.
 */
export async function childWorks(
  cast: Pick<Cast, 'id' | 'ids' | 'item'>,
  readers: Parameters<Cast['ids']>[0],
  askAs: AskAs,
): Promise<string> {
  const child: Ask = (...asked) => askAs('child', ...asked);
  const who = cast.ids(readers);
  await childChooses(who, child);
  const isRight = (id: string) => child('POST', `./items/${id}/right`);
  await writeFor(cast.item('E1'), who, isRight, (...asked) => askAs('keyworker', ...asked));
  await decideAgainst(cast, askAs);
  return callForHelp(child, (...asked) => askAs('keyworker', ...asked));
}

/**
 * Somebody writes for the child in a session, the child says that it is right, and it is read back; they write down what came of it and who may see it, and shows it to these
 * people; then looks at what there is of it.
 */
async function writeFor(
  to: string,
  readers: readonly string[],
  isRight: (id: string) => Promise<string>,
  ask: Ask,
): Promise<void> {
  const before = {parentAnswer: 'told', place: 'The blue room', present: ['The keyworker']};
  const {id} = bodyOf<{id: string}>(await ask('POST', './sessions', before));
  const session = `./sessions/${id}`;
  await ask('PATCH', session, {
    limitsTold: 'What cannot stay secret.',
    begins: true,
    drafts: {words: 'The s'},
  });
  const said = {root: 'house:good', text: 'The swing.', mode: 'verbatim'};
  const {itemId} = bodyOf<{itemId: string}>(await ask('POST', `${session}/items`, said));
  const other = bodyOf<{itemId: string}>(
    await ask('POST', `${session}/items`, {...said, text: 'The slide.'}),
  );
  await isRight(itemId);
  await ask('PATCH', session, {readBack: 'Read back.', readBackAnswer: 'right'});
  await ask('PUT', `${session}/items/${other.itemId}/audience`, {shareWith: readers, isShownByChild: true});
  const shown = bodyOf<{presentations: {id: string}[]}>(
    await ask('POST', `${session}/presentations`, {present: readers}),
  );
  const reaction = {reaction: 'They listened.'};
  await ask('PATCH', `${session}/presentations/${shown.presentations[0]?.id}`, reaction);
  await ask('PATCH', session, {isOver: true, endedAs: 'finished'});
  await ask('GET', './sessions');
  const reason = {itemId, act: 'reason', words: 'There is a swing by the sea.'};
  const left = bodyOf<{id: string}>(await ask('POST', './traces', reason));
  await ask('POST', './traces', {itemId, act: 'done', words: 'We oiled the swing.', on: '2026-11-09'});
  await ask('POST', './traces', {itemId, act: 'linked', to});
  await ask('POST', `./traces/${left.id}/take-back`);
  const {traces} = bodyOf<{traces: unknown[]}>(await ask('GET', './records?kinds=traces'));
  if (traces.length !== 3) throw new Error('What came of it is not there.');
}

/** The child writes something for these people, then says that only the first of them should see it, then all of them again. */
async function childChooses(readers: readonly string[], ask: Ask): Promise<void> {
  const words = {root: 'house:worries', text: 'What only some may hear.', shareWith: readers};
  const kept = await ask('POST', './attachments', {data: 'GkXfo4A='});
  const {attachmentId: attachment} = bodyOf<{attachmentId: string}>(kept);
  const voiceNote = {attachment, seconds: 2, alt: 'What only some may hear.'};
  let made = await ask('POST', './items', {...words, voiceNote});
  await ask('GET', `./attachments/${attachment}?as=text`);
  const [first, others] = [readers.slice(0, 1), readers.slice(1)];
  for (const choice of [
    {shareWith: first, notWith: others},
    {shareWith: readers, notWith: []},
  ]) {
    const {itemId} = bodyOf<{itemId: string}>(made);
    made = await ask('PUT', `./items/${itemId}/audience`, choice);
  }
}

/** Two people let one more read what the child showed to one of them, and write down later that the child knows. */
async function decideAgainst(cast: Pick<Cast, 'id' | 'ids'>, askAs: AskAs): Promise<void> {
  const words = {root: 'house:worries', text: 'What one may hear.', shareWith: cast.ids(['keyworker'])};
  const {itemId} = bodyOf<{itemId: string}>(await askAs('child', 'POST', './items', words));
  const asked = await askAs('keyworker', 'POST', `./items/${itemId}/readers`, {
    ...{readerId: cast.id('socialWorker'), secondId: cast.id('manager')},
    ...{reason: 'She keeps the child safe.', told: {how: 'unsafe', words: 'Not while it is loud.'}},
  });
  const override = `./overrides/${bodyOf<{id: string}>(asked).id}`;
  for (const who of ['keyworker', 'manager'] as const) await askAs(who, 'GET', './overrides');
  await askAs('manager', 'POST', `${override}/agree`);
  const told = {how: 'told', on: '2026-11-09', words: 'That she reads it too.'};
  await askAs('keyworker', 'POST', `${override}/told`, {told});
  for (const what of ['./houses', './audit']) await askAs('child', 'GET', what);
}

/**
 * A child says what may tell of harm, and asks for help with something else; somebody who is asked decides, and asks who there is to
 * decide about. Gives the id of the call.
 */
async function callForHelp(child: Ask, helper: Ask): Promise<string> {
  const worry = {root: 'house:worries', text: 'I am scared of the dark.'};
  await child('POST', './items', worry);
  const other = bodyOf<{itemId: string}>(await child('POST', './items', {...worry, text: 'A noise.'}));
  await child('POST', `./items/${other.itemId}/help`);
  const {help} = bodyOf<{help: {id: string}[]}>(await helper('GET', './records?kinds=help'));
  const [call] = help;
  if (call === undefined || help.length < 2) throw new Error('Nobody is asked to help.');
  const decision = {outcome: 'safeguardingLead', words: 'I told her.', childTold: 'That I did.'};
  await helper('POST', `./help-calls/${call.id}/decide`, decision);
  return call.id;
}
