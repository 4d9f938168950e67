import type {ImportedPlan} from '@goldthread/schema/json';
import {positionOf, whatItSays} from '../agreement/index.ts';
import type {ParticipantRecord, PlanRecord, RecordChange} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import type {MadeDocument} from './import-documents.ts';

/**
 * What parties say of a file's items, each with the readers of its item. `made` are the compartments: `shared`, `voice`, then the
 * withheld ones in the order of the groups.
 */
export function importedPositions(
  tools: Pick<HttpPorts, 'random'>,
  plan: PlanRecord,
  content: ImportedPlan,
  made: readonly MadeDocument[],
  people: readonly ParticipantRecord[],
): RecordChange[] {
  const items = new Map(
    made.flatMap(({document}) => document.items.map(item => [item.id as string, item] as const)),
  );
  const says = whatEachSays(content);
  return content.positions.flatMap((one): RecordChange[] => {
    const item = items.get(one.item);
    if (item === undefined) return [];
    const {id: itemId, compartmentId} = item;
    const place = {planId: plan.id, compartmentId, itemId, saw: says.get(itemId) ?? ''};
    const put = positionOf(tools.random, people, one, place);
    return put === null ? [] : [{kind: 'position', put}];
  });
}

function whatEachSays({shared, voice, groups}: ImportedPlan): ReadonlyMap<unknown, string> {
  const nodes = [
    ...shared.values(),
    ...voice.values(),
    groups.flatMap(({items}) => items.map(one => one.node)),
  ];
  return new Map(nodes.flat().map(node => [node.attrs?.['id'], whatItSays(node)]));
}
