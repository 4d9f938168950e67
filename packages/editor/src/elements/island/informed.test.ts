import * as Y from 'yjs';
import {accessible} from '../../testing/accessible.ts';
import {equal, until} from '../../testing/assert.ts';
import {idFor} from '../../testing/jory-people.ts';
import {islandOf, openPlan, reading, WORRIES} from '../../testing/open-islands.ts';
import {hideAll, wordsOf} from '../../testing/show.ts';
import {FIRST, NOTE, SECOND, WithheldPlan} from '../../testing/withheld-plan.ts';

suiteSetup(() => localStorage.clear());
teardown(hideAll);

suite('what private notes say of the open plan', () => {
  test('an open item says how many private ones are a reason for it, to those who have them', async () => {
    const session = new WithheldPlan();
    session.addNote(NOTE, 'One.', FIRST, [SECOND]);
    session.addNote(idFor('other'), 'Two.', null, [SECOND, SECOND]);
    const {plan} = await openPlan(session);
    session.receive();
    await islandOf(plan, 1);
    equal(
      reading(plan),
      '[Two.] | He could be hurt. | [One.] | He could run. | (Informed by 2 private items.)',
    );
    await accessible(plan);
    session.lose();
    await until('the line is gone', () => plan.querySelector('.goldthread-informed') === null);
  });

  test('what a private item of the map leads to says so, to those who have that item', async () => {
    const session = new WithheldPlan();
    session.addNote(NOTE, 'He could be hurt at the door.', FIRST);
    const {plan} = await openPlan(session);
    session.receive();
    await islandOf(plan, 0);
    equal(plan.querySelector('.goldthread-informed'), null);
    const note = session.withheld.peer.getXmlFragment('items').get(0);
    const link = new Y.XmlElement('link');
    link.setAttribute('rel', 'need');
    link.setAttribute('to', 'need-1');
    (note as Y.XmlElement).push([link]);
    await plan.parts.elementOf('section:B')?.ready();
    await until('the need says so', () => {
      const line = plan.parts.elementOf('section:B')?.querySelector('.goldthread-informed');
      return line?.textContent === 'Informed by 1 private item.';
    });
  });

  test('a reader from whom something is kept, and who may know, reads one line in that part', async () => {
    const session = new WithheldPlan('callum', []);
    session.http.says.set('GET /withholdings', {
      body: {withholdings: [], marks: [{root: WORRIES}]},
    });
    const {plan} = await openPlan(session);
    const said = 'Some of this is kept private. You can ask Esme Farrow.';
    const section = plan.parts.elementOf(WORRIES);
    await until('the line is there', () => section !== undefined && wordsOf(section).includes(said));
    equal(wordsOf(plan).split(said).length, 2, 'once in the plan');
    await accessible(plan);
    session.http.says.set('GET /withholdings', {body: {withholdings: [], marks: []}});
    session.now({facts: session.facts === null ? null : {...session.facts}});
    await until('the line is gone', () => section !== undefined && !wordsOf(section).includes(said));
    equal(reading(plan), 'He could be hurt. | He could run.');
    const line = section?.querySelector('[slot=kept]');
    equal(line?.getBoundingClientRect().height, 0, 'the room that no line takes');
  });
});
