import type {PlanPanelOpen} from '../../events/panel-open.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {FakePlan} from '../../testing/fake-plan.ts';
import {button, drawn, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanHeader} from './header.ts';

const {facts, save} = new FakePlan('parent', []);
teardown(hideAll);

function panelOf(header: PlanHeader, name: string): string {
  return eventFrom<PlanPanelOpen>(header, 'plan-panel-open', () => button(header, name).click()).panel;
}

suite('the header of a plan', () => {
  test('says which plan, what is saved, who is looking and whom to call, and is accessible', async () => {
    const header = await show(new PlanHeader(), {
      facts,
      save,
      helpLine: '01632 960 188',
      helpName: 'Marlshire County Council',
    });
    const words = wordsOf(header);
    for (const part of [
      'Jory’s plan',
      'All changes saved at 14:02.',
      'Being written',
      'Temi Adeyemi , Jory’s mum',
      'Marlshire County Council 01632 960 188',
    ]) {
      ok(words.includes(part), `${part} in ${words}`);
    }
    await accessible(header);
  });

  test('calls the number a help line where nobody’s name is known, and names none where none is set', async () => {
    const header = await show(new PlanHeader(), {facts, save, helpLine: '01632 960 188'});
    ok(wordsOf(header).includes('Help line 01632 960 188'), wordsOf(header));
    header.helpLine = '';
    await drawn(header);
    ok(!wordsOf(header).includes('Help line'), wordsOf(header));
  });

  test('opens help and settings', async () => {
    const header = await show(new PlanHeader(), {facts, save});
    equal([panelOf(header, 'Help'), panelOf(header, 'Settings')], ['help', 'settings']);
  });

  test('on a page of a phone has the way back in place of the name, and few words', async () => {
    const header = await show(new PlanHeader(), {facts, save, narrow: true, canGoBack: true});
    equal(wordsOf(header), 'Back Saved 14:02. Help');
    equal(panelOf(header, 'Back'), 'home');
    await accessible(header);
  });

  test('names no plan before it is known', async () => {
    const header = await show(new PlanHeader());
    ok(header.shadowRoot?.querySelector('h1') === null, 'no heading');
    await accessible(header);
  });
});
