import {QUOTES} from '../plan/link-rel.ts';
import {areSameWords, saidWords} from '../traces/said-words.ts';
import {itemNode} from './item-node.ts';
import type {PlanItem} from './item-schema.ts';
import {placesOf} from './places.ts';
import type {Plan} from './plan-file.ts';
import type {PlanProblem} from './plan-problem.ts';
import {isEveryone} from './split-for-import.ts';

/**
 * What a file says in the child's name: a quotation stands in section A, says what the child said, and is of words that the child lets
 * everybody read (C03, TH-11).
 */
export function checkQuotations(plan: Plan): PlanProblem[] {
  const places = placesOf(plan);
  const said = new Map<string, PlanItem>(
    places
      .filter(({root}) => root.startsWith('house:'))
      .flatMap(({items}) => items.map(item => [item.id, item] as const)),
  );
  return places.flatMap(({path, root, items}) =>
    items.flatMap((item, index) =>
      (item.links ?? []).flatMap(({rel, to}, link) => {
        if (rel !== QUOTES) return [];
        const sentence = problemOf(plan, root, item, said.get(to));
        const at = `${path}[${index}].links[${link}]`;
        return sentence === null ? [] : [{path: at, message: `${at}: ${sentence}.`}];
      }),
    ),
  );
}

function problemOf(plan: Plan, root: string, item: PlanItem, source: PlanItem | undefined): string | null {
  if (root !== 'section:A') return 'a quotation stands in section A alone';
  if (source === undefined) return 'a quotation is of words in one of the child’s houses';
  const isOpen = isEveryone(plan, source.audience) && (source.notWith ?? []).length === 0;
  if (!isOpen) return 'the child does not let everybody read these words';
  const [quoted, words] = [item, source].map(one => saidWords(itemNode(one, one.id)));
  return areSameWords(quoted ?? '', words ?? '') ? null : 'this is not what the child said';
}
