import {ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {arrive, press, write} from '../../testing/houses-stand.ts';
import {hideAll, wordsOf} from '../../testing/show.ts';

teardown(hideAll);

suite('a child who needs help now', () => {
  test('reads who will see it before asking, and afterwards what comes next', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Worries What worries you?', 'Look at each one', 'I need help now');
    const before = 'Esme Farrow and Bronagh Kell will see this. They have to look at it today.';
    ok(wordsOf(page).includes(before), wordsOf(page));
    ok(wordsOf(page).includes('If you are in danger now, call 999.'), wordsOf(page));
    await press(page, 'Yes, I need help now');
    await until('it is asked', () => wordsOf(page).includes('Bronagh Kell can see this. They have to'));
    await press(page, 'Show it to someone', 'Only me');
    await until('it is said', () => wordsOf(page).includes('can still see this. They have to look'));
    ok(!wordsOf(page).includes('You show this to no one now.'), 'nothing untrue is said');
  });

  test('can say so while writing, and is told truly when a call is late or read', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, 'Worries What worries you?', 'Write');
    await write(page, 'I want to stay here');
    await press(page, 'I need help now');
    ok(wordsOf(page).includes('They have to look at it today.'), wordsOf(page));
    await press(page, 'Keep it', 'Yes');
    await until('it is asked', () => wordsOf(page).includes('Bronagh Kell can see this. They have to'));
    for (const [help, said] of [
      [{isLate: true, readBy: null}, 'should have looked at this by now.'],
      [{isLate: true, readBy: 'Bronagh Kell'}, 'Bronagh Kell has read this.'],
      [{asked: [], isLate: false, readBy: null}, 'No one here can be asked.'],
    ] as const) {
      const things = server.view.things.map(one => one.help && {...one, help: {...one.help, ...help}});
      server.view = {...server.view, things: things.filter(one => one !== null)};
      dispatchEvent(new Event('online'));
      await until(said, () => wordsOf(page).includes(said));
    }
  });
});
