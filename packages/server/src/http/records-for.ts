import type {ScaleReader} from '../agreement/index.ts';
import type {RecordKind} from '@goldthread/schema/wire';
import type {PlanRecord} from '../storage/index.ts';
import type {HttpPorts} from './http-ports.ts';
import {peopleFor} from './people-for.ts';
import {readerView} from './reader-view.ts';

/**
 * The records of these kinds as one reader may see them; a kind of which this server keeps none is left out. With the positions come
 * the parties that could take one.
 */
export async function recordsFor(
  ports: HttpPorts,
  plan: PlanRecord,
  reader: ScaleReader,
  kinds: ReadonlySet<RecordKind>,
): Promise<Record<string, unknown>> {
  const records: Record<string, unknown> = {};
  if (kinds.has('people')) records['people'] = (await peopleFor(ports, plan, reader)).people;
  if (kinds.has('withholdings')) records['withholdings'] = await ports.withholdings.list(plan.id, reader);
  if (kinds.has('breakGlass')) records['breakGlass'] = await ports.glass.list(plan.id, reader);
  if (kinds.has('help')) records['help'] = await ports.helpCalls.list(plan.id, reader);
  if (kinds.has('positions')) Object.assign(records, await ports.positions.list(plan.id, reader));
  if (kinds.has('comments')) records['comments'] = await ports.comments.list(plan.id, reader);
  if (kinds.has('proposals')) records['proposals'] = await ports.proposals.list(plan.id, reader);
  if (kinds.has('disagreements')) Object.assign(records, await ports.disagreements.list(plan.id, reader));
  if (kinds.has('traces')) records['traces'] = await ports.traces.list(plan.id, reader);
  if (kinds.has('ratings')) records['ratings'] = await ports.scales.list(plan.id, reader);
  if (kinds.has('sessions')) {
    const view = await readerView(ports, plan, reader);
    records['sessions'] = view.threeHouses?.sessions ?? [];
  }
  return records;
}
