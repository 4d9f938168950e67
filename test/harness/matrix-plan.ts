import {
  EHCP,
  ITEM_TYPES,
  itemTypesOf,
  newId,
  ROLES,
  rootsOf,
  type ItemId,
  type ItemTypeName,
  type ParticipantId,
  type RandomBytes,
  type Role,
  type RootName,
} from '@goldthread/schema';
import {node} from '@goldthread/schema/testing';
import {initDoc, writeItems} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {ForgedId} from '../../packages/server/src/gate/testing/forge.ts';
import type {CompartmentRecord, ItemRecord, NewPlan} from '../../packages/server/src/storage/index.ts';
import {testPlan, type TestPerson} from './test-plan.ts';
import {itemIn, textOf} from './writing.ts';

/** An item that a cell of the matrix tries to change, with the ids that Yjs gave its parts. */
export interface Target {
  readonly type: ItemTypeName;
  readonly element: ForgedId;
  readonly lastCharacter: ForgedId;
}

/** The items of one role in one root: its own, one of somebody else, and in the worries a dispute of somebody else. */
export interface Targets {
  readonly own: Target;
  readonly others: Target;
  readonly dispute: Target | null;
}

/** A plan with one person of each role, somebody whose items the others are, and somebody who only looks. */
export interface MatrixPlan {
  readonly plan: NewPlan;
  readonly targets: ReadonlyMap<string, Targets>;
}

/** Under what {@link MatrixPlan.targets} keeps the items of a role in a root. */
export function cellKey(role: Role, root: RootName): string {
  return `${role} ${root}`;
}

const PEOPLE: readonly TestPerson[] = [
  ...ROLES.map((role): TestPerson => [role, role, role, role]),
  ['other', 'other', 'keyworker', 'somebody else'],
  ['witness', 'witness', 'adviser', 'witness'],
];

interface Seed {
  readonly root: RootName;
  readonly id: ItemId;
  readonly type: ItemTypeName;
  readonly owner: ParticipantId;
}

/** Makes the plan of the access matrix, with every target in it. */
export function matrixPlan(random: RandomBytes, now: number): MatrixPlan {
  const plan = testPlan(random, now, PEOPLE);
  const targets = new Map<string, Targets>();
  const documents = plan.compartments.map(compartment => {
    const roots = rootsOf(EHCP, compartment.kind);
    const doc = initDoc(roots);
    doc.clientID = 1;
    const seeds: Seed[] = [];
    for (const root of roots) {
      for (const role of ROLES) {
        const made = seedsOf(plan, random, root, role);
        const nodes = made.map(({type, id}) => node(type, id, 'words'));
        writeItems(doc, root, nodes, 'test');
        seeds.push(...made);
        targets.set(cellKey(role, root), targetsOf(doc, made));
      }
    }
    return documentOf(compartment, doc, seeds, now);
  });
  return {plan: {...plan, documents}, targets};
}

function seedsOf(plan: NewPlan, random: RandomBytes, root: RootName, role: Role): Seed[] {
  const idOf = (key: string): ParticipantId => {
    const person = plan.participants.find(one => one.key === key);
    if (person === undefined) throw new Error(`Nobody is called ${key}.`);
    return person.id;
  };
  const type = itemTypesOf(EHCP, root)[0] ?? 'note';
  const seed = (owner: string, of: ItemTypeName): Seed => ({
    root,
    id: newId<ItemId>(random),
    type: of,
    owner: idOf(owner),
  });
  const dispute = root === 'sos:worries' ? [seed('other', 'dispute')] : [];
  return [seed(role, type), seed('other', type), ...dispute];
}

function targetsOf(doc: Y.Doc, seeds: readonly Seed[]): Targets {
  const [own, others, dispute] = seeds.map(seed => targetOf(doc, seed));
  if (own === undefined || others === undefined) throw new Error('A cell has no items.');
  return {own, others, dispute: dispute ?? null};
}

function targetOf(doc: Y.Doc, {root, id, type}: Seed): Target {
  const element = itemIn(doc, root, id)._item?.id;
  const last = textOf(doc, root, id)._start?.lastId;
  if (element === undefined || last === undefined) throw new Error('The item is not in the document.');
  return {type, element: [element.client, element.clock], lastCharacter: [last.client, last.clock]};
}

function documentOf(
  {id, planId}: CompartmentRecord,
  doc: Y.Doc,
  seeds: readonly Seed[],
  at: number,
): NewPlan['documents'][number] {
  const bytes = Y.encodeStateAsUpdate(doc);
  const items = seeds.map((seed): ItemRecord => ({
    ...seed,
    planId,
    compartmentId: id,
    typedBy: null,
    sessionId: null,
    anchorRoot: null,
    verbatim: seed.root.startsWith('house:'),
    readBack: false,
    createdAt: at,
  }));
  const inserted = [{client: 1, clock: 0, length: Y.getState(doc.store, 1)}];
  const row = {
    seq: 1,
    epoch: 1,
    at,
    participantId: null,
    sessionId: null,
    kind: 'import',
    deleted: [],
  } as const;
  return {compartmentId: id, update: {...row, inserted, bytes}, items};
}

/** An attribute of a type of item, with a value that may stand in it. */
export function someAttribute(type: ItemTypeName): readonly [name: string, value: string | number | boolean] {
  const [first] = Object.entries(ITEM_TYPES[type].attributes);
  if (first === undefined) throw new Error(`${type} has no attribute.`);
  const [name, spec] = first;
  switch (spec.kind) {
    case 'choice':
      return [name, spec.options?.[0] ?? ''];
    case 'number':
      return [name, spec.min ?? 1];
    case 'flag':
      return [name, true];
    case 'date':
      return [name, '2026-11-22'];
    case 'text':
      return [name, 'words'];
  }
}
