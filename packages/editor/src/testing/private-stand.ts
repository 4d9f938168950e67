import '../screens/private.ts';
import {PrivateList} from '../elements/private-list/private-list.ts';
import {until} from './assert.ts';
import type {FakePlan} from './fake-plan.ts';
import {receiveWithheld, saidList} from './fake-withholding.ts';
import {joryPlan} from './jory-plan.ts';
import {drawn, show} from './show.ts';

/** Words that are kept from the father. */
export const MAN = 'A man asked what time Year 3 goes home.';
export const LIST = 'GET /withholdings';
export const CALLS = 'GET /records?kinds=help';

/** The plan of the manager, with these decisions. */
export function plan(...decisions: readonly Record<string, unknown>[]): FakePlan {
  const made = joryPlan('anita');
  made.http.says.set(LIST, saidList(...decisions));
  made.http.says.set(CALLS, {body: {help: []}});
  receiveWithheld(made, 'man', MAN);
  return made;
}

/** The list, once it has answered. */
export async function open(source: FakePlan): Promise<PrivateList> {
  const list = await show(new PrivateList(), {source});
  await until(
    'it has answered',
    () => list._state.kind !== 'looking' || source.http.says.get(LIST) === 'never',
  );
  await drawn(list);
  return list;
}

/** The first entry. */
export const card = (list: PrivateList) => {
  const found = list.shadowRoot?.querySelector('goldthread-private-entry');
  if (!found) throw new Error('No entry');
  return found as HTMLElement & {shadowRoot: ShadowRoot};
};
