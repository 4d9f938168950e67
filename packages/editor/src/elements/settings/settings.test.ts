import type {PlanScreenOpen} from '../../events/screen-open.ts';
import type {PlanSettingsChange} from '../../events/settings-change.ts';
import {readSettings} from '../../controllers/settings-store.ts';
import {accessible} from '../../testing/accessible.ts';
import {equal} from '../../testing/assert.ts';
import {button, eventFrom, hideAll, show} from '../../testing/show.ts';
import {PlanHelp} from '../help/help.ts';
import '../../screens/help.ts';
import '../../screens/settings.ts';
import {PlanSettings} from './settings.ts';

teardown(hideAll);

suite('settings and help', () => {
  test('settings are accessible and tell of each choice', async () => {
    const page = await show(new PlanSettings(), {canSignOut: true});
    await accessible(page);
    const large = page.shadowRoot?.querySelector<HTMLInputElement>('[name=textSize][value=large]');
    const told = eventFrom<PlanSettingsChange>(page, 'plan-settings-change', () => large?.click());
    equal(told.settings.textSize, 'large');
  });

  test('leads to the passkey where it is sure who sits here', async () => {
    const page = await show(new PlanSettings(), {canKeepPasskey: true});
    await accessible(page);
    const asked = eventFrom<PlanScreenOpen>(page, 'plan-screen-open', () =>
      button(page, 'Your passkey').click(),
    );
    equal(asked.screen, 'passkey');
  });

  test('help is accessible and leads to the phone', async () => {
    const help = await show(new PlanHelp(), {helpLine: '01632 960 188'});
    await accessible(help);
    equal(help.shadowRoot?.querySelector('a')?.getAttribute('href'), 'tel:01632960188');
  });

  test('choices that nobody offers are not taken from a store', () => {
    const store = {getItem: () => JSON.stringify({textSize: 'huge', theme: 'dark', quiet: 'yes'})};
    const {textSize, theme, quiet} = readSettings(store);
    equal([textSize, theme, quiet], ['normal', 'dark', false]);
  });
});
