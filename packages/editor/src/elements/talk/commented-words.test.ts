import type {CompartmentId} from '@goldthread/schema';
import * as Y from 'yjs';
import '../../screens/stances.ts';
import {RecordsEvent} from '../../sync/records-event.ts';
import {equal, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {joryPlan} from '../../testing/jory-plan.ts';
import {hideAll, show} from '../../testing/show.ts';
import {GoldthreadPlan} from '../plan/plan.ts';
import {passagesOf} from './item-words.ts';

const LIST = 'GET /records?kinds=comments';
const NOW = 'He covers his ears when the bell rings.';

function thread(id: string, anchor: object | null, isOver = false): object {
  const said = {id: `c-${id}`, kind: 'comment', by: 'x', byName: 'Callum', relationship: '', text: 'How?'};
  const at = '2026-11-20T10:05:00';
  return {
    ...{id, item: 'need-1', anchor, resolved: isOver ? {by: 'x', byName: 'Callum', at} : null},
    comments: [{...said, at, takenBackAt: null, isForFewer: false}],
  };
}

/** The plan at section B, and what its words are. */
async function opened(threads: (session: FakePlan) => readonly object[]): Promise<FakePlan> {
  const session = joryPlan('esme', ['section:B']);
  session.docs = new Map([['SSSSSSSSSSSSSSSSSSSSSS' as CompartmentId, session.shared]]);
  session.http.says.set('GET /records?kinds=positions', {body: {positions: [], parties: []}});
  session.http.says.set(LIST, {body: {comments: threads(session)}});
  const plan = await show(new GoldthreadPlan(), {session});
  await plan.goTo('section:B', null);
  return session;
}

function marked(): string {
  const ranges = [...(CSS.highlights.get('goldthread-commented') ?? [])] as Range[];
  return ranges.map(range => range.toString()).join('|');
}

function places(session: FakePlan, words: string): object {
  const anchor = passagesOf(session, 'need-1', words)[0]?.anchor;
  return {quote: words, state: 'there', ...anchor};
}

function textOf(session: FakePlan): Y.XmlText {
  const item = session.shared.doc.getXmlFragment('section:B').get(0);
  const paragraph = item instanceof Y.XmlElement ? item.get(0) : null;
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
}

suite('words to which comments belong', () => {
  teardown(hideAll);

  test('have a line of dots where they stand, which goes along with what is typed', async () => {
    const session = await opened(it => [thread('t', places(it, 'his ears'))]);
    await until('the line', () => marked() === 'his ears');
    const text = textOf(session);
    text.insert(0, 'Often, ');
    text.insert('Often, He covers his '.length, 'red ');
    await until('it goes along', () => marked() === 'his red ears');
    text.delete('Often, He covers '.length, 'his red ears'.length);
    await until('it is gone with its words', () => marked() === '');
    equal(textOf(session).toJSON(), 'Often, He covers  when the bell rings.');
  });

  test('are found by what they were where their places are not known, and not where that stands nowhere', async () => {
    const lost = {state: 'there', start: null, end: null};
    const session = await opened(() => [
      thread('t', {...lost, quote: 'the bell'}),
      thread('u', {...lost, quote: 'a whistle'}),
    ]);
    await until('the line', () => marked() === 'the bell');
    equal(textOf(session).toJSON(), NOW);
  });

  test('have no line once that is dealt with, nor once the plan is gone', async () => {
    const session = await opened(it => [thread('t', places(it, 'his ears')), thread('u', null)]);
    await until('the line', () => marked() === 'his ears');
    session.http.says.set(LIST, {body: {comments: [thread('t', places(session, 'his ears'), true)]}});
    session.dispatchEvent(new RecordsEvent(['comments']));
    await until('dealt with', () => marked() === '');
    session.http.says.set(LIST, {body: {comments: [thread('t', places(session, 'his ears'))]}});
    session.dispatchEvent(new RecordsEvent(['comments']));
    await until('the line again', () => marked() === 'his ears');
    hideAll();
    equal(marked(), '');
  });
});
