import {nameOf} from '../../context/item-index.ts';
import {words} from '../../words/words.ts';
import type {PlanHost} from '../plan/plan-host.ts';
import type {MatterActs} from './matter-lines.ts';

/** What can be done with a disagreement of an open plan. */
export function matterActs(
  plan: PlanHost,
  {close, ...acts}: Pick<MatterActs, 'maySay' | 'reply'> & {readonly close: () => void},
): MatterActs {
  return {
    ...acts,
    nameOf: ({item}) => {
      const found = plan.index.byId.get(item);
      return found === undefined ? words.plan.privateNote : nameOf(found);
    },
    goTo: ({item}) => {
      const found = plan.index.byId.get(item);
      if (found === undefined) return;
      close();
      void plan.goTo(found.root, found.id);
    },
  };
}
