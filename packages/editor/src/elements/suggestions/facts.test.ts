import {setViewport} from '@web/test-runner-commands';
import * as Y from 'yjs';
import '../../screens/stances.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal, ok, until} from '../../testing/assert.ts';
import {button, drawn, hideAll, wordsOf} from '../../testing/show.ts';
import {ROOT, deep, hers, need, opened, suggesting} from '../../testing/suggest-stand.ts';
import type {PlanField} from '../field/field.ts';
import type {PlanSuggestion} from './suggestion.ts';

const plain = (one: PlanSuggestion): string => wordsOf(one).replace(/\s+/g, ' ');

for (const width of [1280, 375]) {
  suite(`other facts for an item, at ${width} pixels`, () => {
    setup(() => setViewport({width, height: 800}));
    teardown(hideAll);

    test('its side fills them in, and the difference says them in words and shapes', async () => {
      const session = suggesting('temi', [hers({choices: ['withdraw']})], [ROOT]);
      const plan = await opened(session);
      await until('her editor', () => plan.querySelector('goldthread-suggestion .ProseMirror') !== null);
      const one = deep(plan, 'goldthread-suggestion') as PlanSuggestion;
      await drawn(one);
      button(one, 'Change who, when or how often').click();
      await drawn(one);
      await accessible(one);
      const field = [...one.renderRoot.querySelectorAll<PlanField>('goldthread-field')].find(
        ({name}) => name === 'howOften',
      );
      const box = field?.renderRoot.querySelector('input');
      if (box == null) throw new Error('no box');
      box.value = 'every day';
      box.dispatchEvent(new Event('change'));
      const words = session.shared.doc.getXmlFragment(ROOT).get(0);
      equal(words instanceof Y.XmlElement ? words.getAttribute('howOften') : null, 'every day');
      await until('the difference', () =>
        plain(one).includes('How often: Not filled in. added: every day end of change.'),
      );
      equal(
        getComputedStyle(one.renderRoot.querySelector('dd ins') as Element).textDecorationLine,
        'underline',
      );
    });

    test('whoever answers reads what was and what would be; where both changed one fact it has to be asked again', async () => {
      const base = need('need-1', 'He covers his ears when the bell rings.');
      const session = suggesting('bronagh', [
        hers({
          base: {...base, attrs: {...base.attrs, howOften: 'every week'}},
          choices: ['accept', 'refuse'],
        }),
      ]);
      const root = session.shared.doc.getXmlFragment('section:B').get(0);
      const words = session.shared.doc.getXmlFragment(ROOT).get(0);
      if (!(root instanceof Y.XmlElement) || !(words instanceof Y.XmlElement)) throw new Error('no items');
      root.setAttribute('howOften', 'every week');
      words.setAttribute('howOften', 'every day');
      const plan = await opened(session);
      await until('what she suggests', () => deep(plan, 'goldthread-suggestion') !== null);
      const one = deep(plan, 'goldthread-suggestion') as PlanSuggestion;
      const change = 'taken out: every week end of change. added: every day end of change.';
      await until('the change', () => plain(one).includes(`How often: ${change}`));
      ok(one.renderRoot.querySelector('.accept') !== null, 'it can go in');
      await accessible(one);
      root.setAttribute('howOften', 'every month');
      await until('it says so', () => plain(one).includes('The plan was changed in the same place since.'));
      equal(one.renderRoot.querySelector('.accept'), null);
    });
  });
}
