import type {PlanPersonFollow} from '../../events/person-follow.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show, wordsOf} from '../../testing/show.ts';
import {PlanPeople, type PersonHere} from './people.ts';

const person = (id: string, name: string, what: string, rest: Partial<PersonHere> = {}): PersonHere => ({
  id,
  name,
  what,
  isMe: false,
  isHere: true,
  where: 'In F',
  hand: 1,
  canFollow: true,
  ...rest,
});
const me = person('me', 'Temi Adeyemi', 'Jory’s mum', {isMe: true, canFollow: false});
const wren = person('wren', 'Wren Castellan', 'speech and language therapist');
teardown(hideAll);

suite('the people panel', () => {
  test('names who is here by what they are and where they are, and is accessible', async () => {
    const away = person('esme', 'Esme Farrow', 'keyworker', {isHere: false, canFollow: false});
    const panel = await show(new PlanPeople(), {people: [me, wren, away]});
    ok(wordsOf(panel).includes('Wren Castellan, speech and language therapist In F'), 'Wren');
    ok(wordsOf(panel).includes('You, Temi Adeyemi'), 'me');
    await accessible(panel);
  });

  test('says so when nobody else is here', async () => {
    const panel = await show(new PlanPeople(), {people: [me]});
    ok(wordsOf(panel).includes('You are the only person here.'), 'alone');
    await accessible(panel);
  });

  test('asks to follow, and to stop following', async () => {
    const panel = await show(new PlanPeople(), {people: [me, wren]});
    const start = eventFrom<PlanPersonFollow>(panel, 'plan-person-follow', () =>
      button(panel, 'Follow Wren Castellan').click(),
    );
    equal(start.participant, 'wren');
    panel.following = 'wren';
    await panel.updateComplete;
    const stop = eventFrom<PlanPersonFollow>(panel, 'plan-person-follow', () =>
      button(panel, 'Stop following Wren Castellan').click(),
    );
    equal(stop.participant, null);
  });
});
