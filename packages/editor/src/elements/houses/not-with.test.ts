import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeChildServer} from '../../testing/fake-child-server.ts';
import {PHONE, arrive, ofAge, press} from '../../testing/houses-stand.ts';
import {hideAll, wordsOf} from '../../testing/show.ts';

teardown(hideAll);

const WORRIES = ['Worries What worries you?', 'Look at each one'];

suite('who should not see it', () => {
  test('the child picks who should not see a thing, and everyone then is everyone else', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, ...WORRIES, 'Who should not see it', 'Temi Adeyemi somebody he knows');
    await press(page, 'Keep it like this');
    await until('it is said', () => wordsOf(page).includes('You said Temi Adeyemi should not see this.'));
    ok(wordsOf(page).includes('You and 4 people can see this.'), wordsOf(page));
    await press(page, 'Show it to someone', 'Everyone');
    await until('it is said', () => wordsOf(page).includes('You showed this to everyone but Temi Adeyemi.'));
    equal(
      server.shared.map(([, readers]) => readers),
      [
        {shareWith: 'everyone', notWith: ['Temi Adeyemi']},
        {shareWith: 'everyone', notWith: ['Temi Adeyemi']},
      ],
    );
  });

  test('who was shown it is taken off, and showing it to them again takes the no back', async () => {
    const server = new FakeChildServer();
    const page = await arrive(server);
    await press(page, ...WORRIES, 'Show it to someone', 'Temi Adeyemi somebody he knows');
    await press(page, 'Esme Farrow somebody he knows', 'Show it');
    await until('it is shown', () =>
      wordsOf(page).includes('You showed this to Temi Adeyemi and Esme Farrow.'),
    );
    await press(page, 'Who should not see it', 'Temi Adeyemi somebody he knows', 'Keep it like this');
    await until('it is kept', () => wordsOf(page).includes('You and Esme Farrow can see this.'));
    await press(page, 'Show it to someone', 'Temi Adeyemi You said no', 'Show it');
    await until('it is shown', () =>
      wordsOf(page).includes('You showed this to Temi Adeyemi and Esme Farrow.'),
    );
    ok(!wordsOf(page).includes('You said'), wordsOf(page));
    equal(server.shared.at(-2)?.[1], {shareWith: ['Esme Farrow'], notWith: ['Temi Adeyemi']});
    equal(server.shared.at(-1)?.[1], {shareWith: ['Esme Farrow', 'Temi Adeyemi'], notWith: []});
  });

  test('who sees it because grown-ups decided so is named once the child was told, and nothing says that nobody does', async () => {
    const server = new FakeChildServer();
    const things = server.view.things.map(one => ({...one, readers: []}));
    server.view = {...server.view, things};
    const page = await arrive(server);
    await press(page, ...WORRIES);
    ok(wordsOf(page).includes('You show this to no one.'), wordsOf(page));
    ok(wordsOf(page).includes('a grown-up may have to show it to more people.'), wordsOf(page));
    server.view = {...server.view, things: things.map(one => ({...one, decided: ['Bronagh Kell']}))};
    dispatchEvent(new Event('online'));
    await until('it is said', () =>
      wordsOf(page).includes('Bronagh Kell can see it too. A grown-up decided that, to keep someone safe.'),
    );
    await press(page, 'Show it to someone', 'Only me');
    await until('it is said', () => wordsOf(page).includes('Bronagh Kell can still see it.'));
  });

  for (const band of ['young', 'middle', 'teen'] as const)
    test(`what grown-ups opened to everyone says who decided it, and that fewer don’t close it: ${band}`, async () => {
      const server = ofAge(band);
      const opened = {readers: ['Esme Farrow'], decided: ['Temi Adeyemi', 'Bronagh Kell'], isOpened: true};
      const things = server.view.things.map(one => ({...one, ...opened, decidedBy: ['Bronagh Kell']}));
      server.view = {...server.view, things};
      const page = await arrive(server, PHONE);
      await press(page, ...(band === 'teen' ? ['Open Hard', 'Look at each one'] : WORRIES));
      ok(
        wordsOf(page).includes(`Everyone in your plan can see this. Bronagh Kell decided that,`),
        wordsOf(page),
      );
      ok(
        wordsOf(page).includes('But everyone can see it now, even if you choose fewer people.'),
        wordsOf(page),
      );
      ok(!wordsOf(page).includes('may have to show it'), wordsOf(page));
      await accessible(page);
      await press(page, 'Show it to someone', 'Only me');
      await until('it is said', () => wordsOf(page).includes('But everyone can still see it.'));
      ok(!wordsOf(page).includes('You show this to no one'), wordsOf(page));
      await press(page, 'Who should not see it', 'Temi Adeyemi somebody he knows', 'Keep it like this');
      await until('it is said', () => wordsOf(page).includes('But everyone can still see it.'));
    });
});
