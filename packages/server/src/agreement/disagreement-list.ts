import type {Reader} from '@goldthread/schema';
import type {DisagreementRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {receivedTalk} from './comment-list.ts';
import {disagreementView, tryViews, type DisagreementView, type TryView} from './disagreement-view.ts';
import {standingItems, whatRootSays} from './standing-items.ts';
import {whatItSays} from './what-it-says.ts';

/** What a reader sees of what sides don't agree on. */
export interface DisagreementList {
  readonly disagreements: readonly DisagreementView[];
  readonly tries: readonly TryView[];
}

type Ports = Pick<AgreementPorts, 'storage' | 'sync'>;

/** The entries whose readers, and whose item's readers, a reader is one of. Oldest first. */
export async function disagreementsFor(
  {storage}: Ports,
  facts: PlanFacts,
  reader: Reader,
): Promise<readonly DisagreementRecord[]> {
  return receivedTalk(facts, reader, await storage.talk.disagreements.of(facts.plan.id));
}

/** What a session of a reader may show, of items that stand in the plan now: of others nothing shows, whatever became of them. */
export async function listed(ports: Ports, facts: PlanFacts, reader: Reader): Promise<DisagreementList> {
  const records = await disagreementsFor(ports, facts, reader);
  const says = await whatTheySay(ports, facts, records);
  const files = await ports.storage.talk.files.of(facts.plan.id);
  const standing = records.filter(({itemId}) => itemId === null || says.has(itemId));
  const [tries, entries] = [true, false].map(isTry =>
    standing.filter(({entry}) => (entry.act === 'tried') === isTry),
  );
  const matters = [...Map.groupBy(entries ?? [], ({matter}) => matter).values()];
  return {
    tries: tryViews(tries ?? [], facts, reader),
    disagreements: matters.flatMap(list => {
      const about = list[0]?.itemId ?? list[0]?.root ?? '';
      return disagreementView(list, facts, reader, says.get(about) ?? '', files) ?? [];
    }),
  };
}

async function whatTheySay(
  ports: Ports,
  facts: PlanFacts,
  records: readonly DisagreementRecord[],
): Promise<ReadonlyMap<string, string>> {
  const asked = new Set<string | null>(records.map(({itemId}) => itemId));
  const says = new Map<string, string>();
  for (const [home, items] of Map.groupBy(facts.items, one => one.compartmentId)) {
    const wanted = new Set<string>(items.flatMap(({id}) => (asked.has(id) ? [id] : [])));
    const standing = await standingItems(ports, facts, home, wanted);
    for (const [id, node] of standing) says.set(id, whatItSays(node));
  }
  for (const root of new Set(records.flatMap(one => one.root ?? [])))
    says.set(root, await whatRootSays(ports, facts, root));
  return says;
}
