import type * as Y from 'yjs';
import {isItemTypeName} from '../plan/item-type.ts';
import {sectionOf, type PlanType} from '../plan/plan-type.ts';
import {SECTION_LETTERS, type RootName} from '../plan/root.ts';
import {attributeOf, type PmJson} from '../prosemirror/pm-json.ts';
import {readRoot} from '../ydoc/read-root.ts';
import {besideRoot, type ViewNode, type WithheldView} from './withheld-view.ts';
import type {PlanItem} from './item-schema.ts';
import type {ParticipantKey, Ref} from './names.ts';
import {nodeItem, type KnownItems} from './node-item.ts';
import type {OpenRecords} from './open-records.ts';
import type {Plan} from './plan-file.ts';
import {aboutThere} from './scales.ts';

/** What is recorded about one item of a reader's view. */
export interface ItemNote {
  readonly ownedBy?: ParticipantKey | null;
  readonly typedBy?: ParticipantKey | null;
  readonly session?: Ref | null;
  /** Whose words they are said that they are right, whatever was filled in beside them. */
  readonly readBack?: boolean;
}

/** The records of a plan as one reader may see them; the caller has left out everything else. */
export interface ViewRecords extends OpenRecords, Pick<Plan, 'child' | 'participants' | 'stage'> {
  /** By item id. */
  readonly items: ReadonlyMap<string, ItemNote>;
  /** The decisions that this reader may know. */
  readonly withholdings?: NonNullable<Plan['withholdings']>;
}

/** The documents of a plan that a reader receives. */
export interface ViewDocs {
  readonly shared: Y.Doc;
  readonly voice?: Y.Doc;
  readonly withheld?: readonly WithheldView[];
}

/**
 * A plan as one reader receives it, as Plan JSON. Reads only and writes nothing into a document. A link, position,
 * author or session that isn't in the view is left out, so that no id in the result leads to something unseen.
 */
export function viewFromDocs(docs: ViewDocs, planType: PlanType, records: ViewRecords): Plan {
  const beside = besideRoot(docs, docs.withheld ?? []);
  const nodes = new Map<RootName, readonly ViewNode[]>();
  for (const {root, compartment, group} of planType.sections) {
    const doc = docs[compartment];
    const open = doc ? readRoot(doc.getXmlFragment(root)) : [];
    const audience = group === 'statutory' ? undefined : ('everyone' as const);
    nodes.set(
      root,
      beside(
        root,
        open.map(node => ({node, audience})),
      ),
    );
  }
  const known = knownItems([...nodes.values()].flat().map(({node}) => node));
  const read = (root: RootName) => (nodes.get(root) ?? []).flatMap(one => viewItem(one, known, records));
  const letters = SECTION_LETTERS.filter(letter => sectionOf(planType, `section:${letter}`));
  return {
    format: 'goldthread-plan',
    version: 1,
    ruleSet: 'england-2014',
    planType: planType.id,
    stage: records.stage ?? 'assessment',
    child: records.child,
    statuses: records.statuses,
    participants: records.participants,
    sections: Object.fromEntries(letters.map(letter => [letter, read(`section:${letter}`)])),
    ...besideThePlan(planType, read, records, known),
    positions: records.positions.filter(position => known.has(position.item)),
    meetings: records.meetings,
    clocks: records.clocks,
    ...(records.withholdings && records.withholdings.length > 0 && {withholdings: records.withholdings}),
  };
}

function besideThePlan(
  planType: PlanType,
  read: (root: RootName) => PlanItem[],
  records: ViewRecords,
  known: KnownItems,
): Pick<Plan, 'signsOfSafety' | 'threeHouses'> {
  const has = (group: 'safety' | 'house') => planType.sections.some(section => section.group === group);
  const working = read('sos:working');
  return {
    ...(has('safety') && {
      signsOfSafety: {
        worries: read('sos:worries'),
        working: working.filter(item => item.type !== 'networkMember'),
        network: working.filter(item => item.type === 'networkMember'),
        next: read('sos:next'),
        scales: records.scales.map(one => aboutThere(one, known)),
      },
    }),
    ...(has('house') && {
      threeHouses: {
        sessions: records.sessions,
        ...(records.houses?.names && {names: records.houses.names}),
        ...(records.houses?.first && {first: records.houses.first}),
        goodThings: read('house:good'),
        worries: read('house:worries'),
        dreams: read('house:dreams'),
      },
    }),
  };
}

function knownItems(nodes: readonly PmJson[]): KnownItems {
  return new Map(
    nodes.flatMap(node => {
      const id = attributeOf(node, 'id');
      return isItemTypeName(node.type) && typeof id === 'string' ? [[id, node.type]] : [];
    }),
  );
}

function viewItem({node, audience}: ViewNode, known: KnownItems, records: ViewRecords): PlanItem[] {
  const item = nodeItem(node, known);
  if (!item) return [];
  const note = records.items.get(item.id) ?? {};
  const isHere = (key: ParticipantKey | null | undefined): key is ParticipantKey =>
    records.participants.some(participant => participant.key === key);
  const session = records.sessions.find(({id}) => id === note.session)?.id;
  return [
    {
      ...item,
      ...(audience !== undefined && {audience}),
      ...(isHere(note.ownedBy) && {ownedBy: note.ownedBy}),
      ...(isHere(note.typedBy) && {typedBy: note.typedBy}),
      ...(session !== undefined && {session}),
      ...(note.readBack === true && item.type === 'statement' && {readBack: true}),
    },
  ];
}
