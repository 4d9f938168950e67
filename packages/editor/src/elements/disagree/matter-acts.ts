import type {RootName} from '@goldthread/schema';
import {nameOf} from '../../context/item-index.ts';
import {words} from '../../words/words.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import {titleOf} from '../plan/view-model.ts';
import type {MatterActs} from './matter-lines.ts';
import type {About} from './question-page.ts';

/** What a whole part of the plan is called: "F. Help in school". */
export function partNamed({sections, source}: PlanHost, root: RootName): string {
  const section = sections.find(one => one.root === root);
  if (section === undefined) return root;
  const title = titleOf(section, source?.facts?.childName ?? '');
  return section.letter === undefined ? title : `${section.letter}. ${title}`;
}

/** With what somebody doesn't agree: an item, or a whole part; null where it isn't on this page. */
export function aboutOf(plan: PlanHost, itemId: string, root: RootName | null): About | null {
  if (root !== null) return {name: partNamed(plan, root), words: ''};
  const item = plan.index.byId.get(itemId);
  return item === undefined ? null : {name: nameOf(item), words: item.words};
}

/** Whether somebody may say that they don't agree at all. */
export function maySayIn({source, screens}: PlanHost): boolean {
  const facts = source?.facts ?? null;
  return facts !== null && facts.stage !== 'ceased' && !screens.isPlain;
}

/** What can be done with a disagreement of an open plan. */
export function matterActs(
  plan: PlanHost,
  {close, ...acts}: Pick<MatterActs, 'maySay' | 'reply'> & {readonly close: () => void},
): MatterActs {
  return {
    ...acts,
    nameOf: ({item, root}) => {
      const found = plan.index.byId.get(item ?? '');
      if (found !== undefined) return nameOf(found);
      return root === null ? words.plan.privateNote : partNamed(plan, root);
    },
    goTo: ({item, root}) => {
      const found = plan.index.byId.get(item ?? '');
      const where = found?.root ?? root;
      if (where === null) return;
      close();
      void plan.goTo(where, found?.id ?? null);
    },
  };
}
