import type {RootName} from '@goldthread/schema';
import {writeItems} from '@goldthread/schema/ydoc';
import {setViewport} from '@web/test-runner-commands';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {PlanScreenOpen} from '../events/screen-open.ts';
import {until} from './assert.ts';
import type {FakePlan} from './fake-plan.ts';
import {idFor, type JoryKey} from './jory-people.ts';
import {joryPlan} from './jory-plan.ts';
import {drawn, show} from './show.ts';

/** The three columns of the map. */
export const COLUMNS = ['sos:worries', 'sos:working', 'sos:next'] as const;

/** One scale of which nobody has shown a number, for everybody. */
export const SCALE = {
  ...{id: 's1', compartmentId: idFor('shared'), zero: 'Not safe at home.', ten: 'Safe enough to close.'},
  ...{ratings: [], revealedAt: null, mayReveal: false},
};

/** An item of the map in JSON form, with the links that lead from it. */
export function mapItem(
  type: string,
  id: string,
  text: string,
  links: readonly (readonly [string, string])[] = [],
) {
  const tied = links.map(([rel, to]) => ({type: 'link', attrs: {rel, to: idFor(to)}}));
  const content = text === '' ? [] : [{type: 'text', text}];
  return {type, attrs: {id: idFor(id)}, content: [{type: 'paragraph', content}, ...tied]};
}

/** A plan with a danger statement, harm, something that kept the child safe, and a goal that nobody tied to anything. */
export function mapPlan(me: JoryKey, writable: readonly RootName[] = COLUMNS): FakePlan {
  const session = joryPlan(me, writable);
  const put = (root: RootName, ...items: readonly ReturnType<typeof mapItem>[]): void =>
    writeItems(session.shared.peer, root, items, 'test');
  put('sos:worries', mapItem('danger', 'danger', 'He could be hurt.'), mapItem('harm', 'harm', 'He hid.'));
  put('sos:working', mapItem('existingSafety', 'safety', 'Gran came.'));
  put('sos:next', mapItem('goal', 'goal', 'He sleeps at home for six months.'));
  session.http.says.set('GET /records?kinds=ratings', {body: {ratings: [SCALE]}});
  return session;
}

/** Opens the map of a plan, once all of it can be read. */
export async function openMap(
  session: FakePlan,
  size = {width: 1280, height: 900},
  asked = new PlanScreenOpen('map'),
): Promise<GoldthreadPlan> {
  await setViewport(size);
  const plan = await show(new GoldthreadPlan(), {session, helpLine: '01632 960 188'});
  plan.dispatchEvent(asked);
  await until('the map is there', () => plan.querySelector('goldthread-map-head') !== null);
  await until('its columns can be read', () =>
    COLUMNS.every(root => plan.parts.elementOf(root)?.editor?.view.dom.isConnected === true),
  );
  await drawn(plan);
  return plan;
}
