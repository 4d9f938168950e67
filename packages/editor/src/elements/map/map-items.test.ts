import type {ItemId} from '@goldthread/schema';
import {anchorAttributes} from '@goldthread/schema/anchor';
import {readRoot, writeItems} from '@goldthread/schema/ydoc';
import {sendKeys} from '@web/test-runner-commands';
import '../../screens/map.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import type {FakePlan} from '../../testing/fake-plan.ts';
import {idFor} from '../../testing/jory-people.ts';
import {mapItem, mapPlan, openMap} from '../../testing/map-stand.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {COMPARTMENT, WithheldPlan} from '../../testing/withheld-plan.ts';
import type {GoldthreadPlan} from '../plan/plan.ts';
import type {MapItem} from './map-item.ts';

const DANGER = idFor<ItemId>('danger');
const MISSING = 'No safety goal yet.';

/** The lines at an item, once there are any that say something. */
async function linesAt(plan: GoldthreadPlan, id: string, says: string): Promise<MapItem> {
  const find = () => [...plan.querySelectorAll('goldthread-map-item')].find(one => one.facts.entry.id === id);
  await until(`it says ${says}`, () => {
    const item = find();
    return item !== undefined && wordsOf(item).includes(says);
  });
  const item = find();
  if (item === undefined) throw new Error('no lines');
  return item;
}

function items({shared}: FakePlan, root: string) {
  return readRoot(shared.peer.getXmlFragment(root));
}

suite('an item of the map', () => {
  teardown(hideAll);

  for (const size of [
    {width: 1280, height: 900},
    {width: 375, height: 812},
  ])
    test(`asks calmly for the goal of a danger statement, and one press ties a new one to it, at ${size.width} pixels`, async () => {
      const session = mapPlan('bronagh');
      const plan = await openMap(session, size);
      const lines = await linesAt(plan, DANGER, MISSING);
      ok(wordsOf(lines).includes('It does not say yet who is worried'), wordsOf(lines));
      await accessible(plan);
      button(lines, 'Write a safety goal: He could be hurt.').click();
      await until('the goal is there', () => items(session, 'sos:next').length === 2);
      await sendKeys({type: 'Home each night'});
      await until('it is tied and written', () => {
        const goal = JSON.stringify(items(session, 'sos:next').at(-1));
        return goal.includes(`"rel":"danger","to":"${DANGER}"`) && goal.includes('Home each night');
      });
      await until('nothing is missing', () => !wordsOf(plan).includes(MISSING));
    });

  test('says in words what it is tied to, and the thread shows the same', async () => {
    const session = mapPlan('bronagh');
    const tied = (type: string, id: string, text: string) => mapItem(type, id, text, [['danger', 'danger']]);
    writeItems(session.shared.peer, 'sos:next', [tied('goal', 'tied', 'Dad asks before he comes.')], 'test');
    const plan = await openMap(session);
    await linesAt(plan, DANGER, 'Safety goal: Dad asks before he comes.');
    await linesAt(plan, idFor('tied'), 'About: He could be hurt.');
    const thread = plan.querySelector('goldthread-map-thread')?.shadowRoot;
    await until(
      'it is drawn through both and to the numbers',
      () => thread?.querySelectorAll('circle').length === 3,
    );
    equal(thread?.querySelector('svg')?.getAttribute('aria-hidden'), 'true');
    await accessible(plan);
    writeItems(
      session.shared.peer,
      'sos:working',
      [tied('existingSafety', 'kept', 'Gran came at once.')],
      'test',
    );
    await until('it takes in what kept him safe', () => thread?.querySelectorAll('circle').length === 4);
  });

  test('says nothing of what is missing to act on, to whoever may only read', async () => {
    const plan = await openMap(mapPlan('wren', []));
    const lines = await linesAt(plan, DANGER, MISSING);
    equal(lines.shadowRoot?.querySelector('button'), null);
    ok(!wordsOf(lines).includes('It does not say yet'), wordsOf(lines));
  });

  test('makes one sentence of three plain answers, and takes fewer', async () => {
    const session = mapPlan('bronagh');
    const blank = mapItem('danger', 'blank', '');
    writeItems(session.shared.peer, 'sos:worries', [blank], 'test');
    const plan = await openMap(session);
    const lines = await linesAt(plan, idFor('blank'), MISSING);
    button(lines, 'Help me write it').click();
    await drawn(lines);
    equal(lines.shadowRoot?.activeElement?.localName, 'textarea');
    await accessible(plan);
    const boxes = [...(lines.shadowRoot?.querySelectorAll('textarea') ?? [])];
    for (const [at, text] of ['Gran and Mum', 'Dad comes and shouts', 'be hurt'].entries()) {
      const box = boxes[at];
      if (box === undefined) throw new Error('no box');
      box.value = text;
      box.dispatchEvent(new Event('input'));
      await drawn(lines);
    }
    button(lines, 'Put this in').click();
    const sentence = 'Gran and Mum are worried that if Dad comes and shouts, Jory could be hurt.';
    await until('it is in the document', () => {
      const [item] = items(session, 'sos:worries').filter(one => one.attrs?.['id'] === idFor('blank'));
      const said = JSON.stringify(item);
      return said.includes(sentence) && item?.attrs?.['worriedBy'] === 'Gran and Mum';
    });
    equal(lines.shadowRoot?.querySelector('textarea'), null);
  });

  test('lets a mother say that she does not agree, below the statement, and nothing else there', async () => {
    const session = mapPlan('temi');
    const plan = await openMap(session);
    const lines = await linesAt(plan, DANGER, 'I do not agree');
    equal(lines.shadowRoot?.querySelector('.help'), null);
    ok(!wordsOf(plan).includes('Add a danger statement'), 'she adds no statement of her own');
    button(lines, 'I do not agree: He could be hurt.').click();
    await until('it is there', () => items(session, 'sos:worries').length === 3);
    await sendKeys({type: 'He would never.'});
    await until('it says whose it is', () => {
      const said = JSON.stringify(items(session, 'sos:worries')[1]);
      return [`"rel":"disputes","to":"${DANGER}"`, 'Temi Adeyemi', 'He would never.'].every(one =>
        said.includes(one),
      );
    });
  });

  test('keeps what somebody said against it when it is taken out, and says so', async () => {
    const session = mapPlan('bronagh');
    const dispute = mapItem('dispute', 'no', 'He would never.', [['disputes', 'danger']]);
    writeItems(session.shared.peer, 'sos:worries', [dispute], 'test');
    const plan = await openMap(session);
    // It stands below the harm, so that the statement says it too.
    await linesAt(plan, DANGER, 'does not agree. He would never.');
    await linesAt(plan, idFor('no'), 'About: He could be hurt.');
    session.shared.peer.getXmlFragment('sos:worries').delete(0, 1);
    await linesAt(plan, idFor('no'), 'What this is about has been taken out.');
  });

  test('of a private statement is tied to a goal for the same people, and to nothing that others receive', async () => {
    const session = new WithheldPlan('bronagh', ['sos:worries', 'sos:next']);
    const anchor = anchorAttributes(session.shared.doc, 'sos:worries', null);
    const {type, attrs, content} = mapItem('danger', 'kept', 'He could be found.');
    writeItems(session.withheld.peer, 'items', [{type, attrs: {...attrs, ...anchor}, content}], 'test');
    const plan = await openMap(session);
    session.receive();
    const lines = await linesAt(plan, idFor('kept'), MISSING);
    button(lines, 'Write a safety goal: He could be found.').click();
    await until(
      'the goal is there',
      () => readRoot(session.withheld.peer.getXmlFragment('items')).length === 2,
    );
    const [, goal] = readRoot(session.withheld.peer.getXmlFragment('items'));
    equal([goal?.type, goal?.attrs?.['anchor.root']], ['goal', 'sos:next']);
    ok(JSON.stringify(goal).includes(`"rel":"danger","to":"${idFor('kept')}"`), JSON.stringify(goal));
    equal(items(session, 'sos:next'), []);
    await until('nothing is missing there', () => !wordsOf(lines).includes(MISSING));
    await until('it can be written in', () => document.activeElement?.closest('goldthread-island') !== null);
  });

  test('has its own numbers, for the people who read it', async () => {
    const session = new WithheldPlan('bronagh', ['sos:worries', 'sos:next']);
    const anchor = anchorAttributes(session.shared.doc, 'sos:worries', null);
    const {type, attrs, content} = mapItem('danger', 'kept', 'He could be found.');
    writeItems(session.withheld.peer, 'items', [{type, attrs: {...attrs, ...anchor}, content}], 'test');
    session.http.says.set('GET /records?kinds=ratings', {body: {ratings: []}});
    const plan = await openMap(session);
    session.receive();
    const lines = await linesAt(plan, idFor('kept'), 'No numbers for this yet.');
    button(lines, 'Start numbers from 0 to 10: He could be found.').click();
    const scales = plan.querySelector('goldthread-scales') ?? plan;
    await until('the ends are asked for', () => scales.shadowRoot?.activeElement?.id === 'zero');
    ok(wordsOf(scales).includes('About: He could be found.'), wordsOf(scales));
    await sendKeys({type: 'Not safe.'});
    await sendKeys({press: 'Tab'});
    await sendKeys({type: 'Safe.'});
    session.http.says.set('POST /scales', {body: {id: 's2', compartmentId: COMPARTMENT}});
    await sendKeys({press: 'Tab'});
    await sendKeys({press: 'Enter'});
    await until('it is sent', () => session.http.asked.some(one => one.method === 'POST'));
    equal(session.http.lastBody('POST /scales'), {
      zero: 'Not safe.',
      ten: 'Safe.',
      compartmentId: COMPARTMENT,
      about: idFor('kept'),
    });
  });
});
