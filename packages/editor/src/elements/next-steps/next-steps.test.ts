import {setViewport} from '@web/test-runner-commands';
import '../../screens/next-steps.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {FakeHttp, type FakeAnswer} from '../../testing/fake-http.ts';
import {drawn, hideAll, show, wordsOf} from '../../testing/show.ts';
import {NextSteps} from './next-steps.ts';

const MEDIATION = {
  name: 'Marlshire Mediation',
  words: 'Call them first.',
  link: 'https://mediation.example/marlshire',
  phone: '01632 (960) 301',
};
const SILENT = {council: null, advice: null, mediation: null, appeal: null};

async function shown(answer?: FakeAnswer): Promise<NextSteps> {
  const http = new FakeHttp(answer === undefined ? {} : {'GET /council.json': answer});
  const steps = await show(new NextSteps(), {http});
  for (const one of steps.renderRoot.querySelectorAll('details')) one.open = true;
  await drawn(steps);
  return steps;
}

const linksOf = (steps: NextSteps) => [...steps.renderRoot.querySelectorAll('a')];

for (const width of [1280, 375, 320]) {
  suite(`where somebody can go who does not agree, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('what the council says stands before what the law says, with a link and a number', async () => {
      const steps = await shown({body: {...SILENT, council: 'Marlshire Council', mediation: MEDIATION}});
      await until('the council has answered', () => wordsOf(steps).includes('What Marlshire Council says'));
      const text = wordsOf(steps);
      ok(text.indexOf('Call them first.') < text.indexOf('You have 2 months.'), text);
      equal(text.match(/What the law says/g)?.length, 1);
      const [link, phone] = linksOf(steps);
      equal(
        [link?.href, link?.target, link?.rel],
        ['https://mediation.example/marlshire', '_blank', 'noreferrer noopener'],
      );
      ok(link?.textContent.includes('opens in a new tab') === true, 'it says so');
      equal(phone?.getAttribute('href'), 'tel:01632960301');
      ok(document.documentElement.scrollWidth <= width, 'nothing is wider than the page');
      await accessible(steps);
    });
  });
}

suite('where somebody can go who does not agree', () => {
  teardown(hideAll);

  test('a council that says nothing of its own, or can’t be asked, leaves what the law says, and no link', async () => {
    for (const answer of [{body: SILENT}, undefined]) {
      const steps = await shown(answer);
      const text = wordsOf(steps);
      for (const part of [
        'Get free advice',
        'Ask for a meeting',
        'Mediation',
        'You have 2 months.',
        'Tribunal',
      ])
        ok(text.includes(part), `${part} in ${text}`);
      ok(!text.includes('says'), text);
      equal(linksOf(steps).length, 0);
      await accessible(steps);
      hideAll();
    }
  });

  test('a link that isn’t https is no link, whatever the server says', async () => {
    const steps = await shown({body: {...SILENT, appeal: {...MEDIATION, link: 'javascript:alert(1)'}}});
    await until('the council has answered', () => wordsOf(steps).includes('What your council says'));
    equal(
      linksOf(steps).map(link => link.getAttribute('href')),
      ['tel:01632960301'],
    );
  });
});
