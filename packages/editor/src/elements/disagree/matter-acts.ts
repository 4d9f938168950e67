import type {RootName} from '@goldthread/schema';
import {nameOf} from '../../context/item-index.ts';
import type {Disagreement} from '../../records/disagreements.ts';
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
  const named = ({item, root}: Pick<Disagreement, 'item' | 'root'>): string => {
    const found = plan.index.byId.get(item ?? '');
    if (found !== undefined) return nameOf(found);
    return root === null ? words.plan.privateNote : partNamed(plan, root);
  };
  return {
    ...acts,
    source: plan.source ?? null,
    nameOf: named,
    nameOfDraft: (about, matters) => {
      if ('itemId' in about) {
        const found = plan.index.byId.get(about.itemId);
        return found === undefined ? null : nameOf(found);
      }
      if ('root' in about) {
        const section = plan.sections.find(({root}) => root === about.root);
        return section === undefined ? null : partNamed(plan, section.root);
      }
      const matter = matters.find(({id}) => id === about.to);
      return matter === undefined ? null : named(matter);
    },
    wordsNow: ({item}) => plan.index.byId.get(item ?? '')?.words ?? '',
    goTo: ({item, root}) => {
      const found = plan.index.byId.get(item ?? '');
      const where = found?.root ?? root;
      if (where === null) return;
      close();
      void plan.goTo(where, found?.id ?? null);
    },
  };
}
