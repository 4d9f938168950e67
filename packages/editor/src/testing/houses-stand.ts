import {setViewport} from '@web/test-runner-commands';
import {ChildDraw} from '../elements/houses/draw.ts';
import {GoldthreadHouses} from '../elements/houses/houses.ts';
import {ChildPick} from '../elements/houses/pick.ts';
import {ChildPlay} from '../elements/houses/play.ts';
import type {Band} from '../elements/houses/read-houses.ts';
import {ChildShowTo} from '../elements/houses/show-to.ts';
import {ChildTalk} from '../elements/houses/talk.ts';
import {ChildTold} from '../elements/houses/told.ts';
import {until} from './assert.ts';
import {FakeChildServer} from './fake-child-server.ts';
import {button, drawn, show, wordsOf} from './show.ts';

customElements.define('goldthread-draw', ChildDraw);
customElements.define('goldthread-houses', GoldthreadHouses);
customElements.define('goldthread-pick', ChildPick);
customElements.define('goldthread-play', ChildPlay);
customElements.define('goldthread-show-to', ChildShowTo);
customElements.define('goldthread-talk', ChildTalk);
customElements.define('goldthread-told', ChildTold);

export const WIDE = {width: 1280, height: 800};
export const PHONE = {width: 375, height: 812};
/** Stops of a scanning switch on one screen. */
export const MOST_STOPS = 9;
/** The edge of a target, in pixels. */
export const TARGET = 72;

/** The child’s page, open. */
export async function arrive(server = new FakeChildServer(), size = WIDE): Promise<GoldthreadHouses> {
  await setViewport(size);
  const page = await show(new GoldthreadHouses(), {server, plan: 'plan'});
  await until('the houses are open', () => !wordsOf(page).includes('are opening'));
  await drawn(page);
  return page;
}

/** The houses of a child of an age. */
export function ofAge(band: Band): FakeChildServer {
  const server = new FakeChildServer();
  server.view = {...server.view, band};
  return server;
}

/** Presses buttons one after the other. */
export async function press(page: GoldthreadHouses, ...names: string[]): Promise<void> {
  for (const name of names) {
    button(page, name).click();
    await drawn(page);
    for (const inner of page.shadowRoot?.querySelectorAll<ChildDraw>(
      ':is(goldthread-draw, goldthread-pick, goldthread-show-to, goldthread-talk, goldthread-told)',
    ) ?? [])
      await drawn(inner);
  }
}

/** Everything that a scanning switch stops at. */
export function stops(page: GoldthreadHouses): HTMLElement[] {
  const roots = [
    page.shadowRoot,
    ...[...(page.shadowRoot?.querySelectorAll('*') ?? [])].map(one => one.shadowRoot),
  ];
  return roots.flatMap(root => [
    ...(root?.querySelectorAll<HTMLElement>(
      'button:not(:disabled), a[href], input, textarea, [tabindex="0"]',
    ) ?? []),
  ]);
}

/** Writes in the only field. */
export async function write(page: GoldthreadHouses, text: string): Promise<void> {
  const field = page.shadowRoot?.querySelector('textarea');
  if (!field) throw new Error('nowhere to write');
  field.value = text;
  field.dispatchEvent(new Event('input'));
  await drawn(page);
}
