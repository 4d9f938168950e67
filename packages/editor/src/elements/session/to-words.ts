import {session as say} from '../../words/en/session.ts';
import {focusIsland} from '../island/focus-island.ts';
import type {HouseWords} from '../houses/house-words.ts';
import type {PlanHost} from '../plan/plan-host.ts';

/** Leads to words of the child in the plan, with the caret in them; where this person may not change them it says who may. */
export async function toWords(plan: PlanHost, {id, root}: Pick<HouseWords, 'id' | 'root'>): Promise<void> {
  await plan.goTo(root, id);
  const {source} = plan;
  const facts = source?.facts ?? null;
  if (facts === null) return;
  const open = plan.index.byId.get(id);
  if (open !== undefined) {
    const mayWrite = source?.docFor(root)?.mayWrite(root) === true;
    if (!mayWrite || !plan.own.rightsIn(facts, root)(open.id, open.type))
      plan.news = say.onlyChild(facts.childName);
    return;
  }
  const island = await focusIsland(plan, id, 'end');
  // Clear of the bars above and below, which come up with the caret.
  island?.words.scrollIntoView({block: 'center'});
  if (island === null) plan.news = say.wordsGone;
  else if (island.editor?.isEditable !== true) plan.news = say.onlyChild(facts.childName);
}
