import {RequestProblem} from '../errors.ts';
import type {DisagreementRecord} from '../storage/index.ts';
import type {PlanFacts} from '../withholding/index.ts';
import type {AgreementPorts} from './agreement-ports.ts';
import {placeFor, placeForRoot, type OpenPlace} from './comment-place.ts';
import {disagreementsFor, listed} from './disagreement-list.ts';
import type {DisagreementView} from './disagreement-view.ts';
import type {Speaker} from './speaker.ts';

type Ports = Pick<AgreementPorts, 'storage' | 'sync'>;

/** What opened the disagreement of which somebody may know this entry. Ends the request where there is none. */
export async function openingOf(
  ports: Ports,
  facts: PlanFacts,
  speaker: Speaker,
  id: string,
): Promise<DisagreementRecord> {
  const records = await disagreementsFor(ports, facts, speaker);
  const {disagreements} = await listed(ports, facts, speaker);
  const isKnown = disagreements.some(({entries}) => entries.some(one => one.id === id));
  const matter = records.find(one => isKnown && one.id === id)?.matter;
  const first = records.find(one => one.matter === matter && one.entry.act === 'opened');
  if (first === undefined) throw new RequestProblem('NOT_FOUND');
  return first;
}

/** Where somebody says something to a disagreement. Ends the request where they may not. */
export function placeOfMatter(
  facts: PlanFacts,
  speaker: Speaker,
  {itemId, root, compartmentId}: DisagreementRecord,
): OpenPlace {
  if (itemId === null && root !== undefined) return placeForRoot(facts, speaker, root);
  if (itemId === null) throw new RequestProblem('NOT_FOUND');
  return placeFor(facts, speaker, itemId, compartmentId);
}

/** A disagreement as somebody who said something in it sees it. */
export async function matterFor(
  ports: Ports,
  facts: PlanFacts,
  speaker: Speaker,
  matter: string,
): Promise<DisagreementView> {
  const records = await disagreementsFor(ports, facts, speaker);
  const ids = new Set<string>(records.flatMap(one => (one.matter === matter ? [one.id] : [])));
  const {disagreements} = await listed(ports, facts, speaker);
  const view = disagreements.find(one => ids.has(one.id));
  if (view === undefined) throw new RequestProblem('NOT_FOUND');
  return view;
}
