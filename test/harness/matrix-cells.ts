import {
  EHCP,
  itemTypesOf,
  newId,
  type RandomBytes,
  type Role,
  type RootName,
  type Stage,
} from '@goldthread/schema';
import {PLACES, writtenRights} from '../../packages/schema/src/testing/written-rights.ts';
import * as Y from 'yjs';
import {forge, type ForgedItem} from '../../packages/server/src/gate/testing/forge.ts';
import {someAttribute, type Target, type Targets} from './matrix-plan.ts';

/** What somebody tries to do in a root. `step2` brings a new item in the answer to sync step 1, `update` in an update. */
export const ACTS = ['step2', 'update', 'own words', 'attribute', 'delete', 'dispute'] as const;
export type Act = (typeof ACTS)[number];

/** Whether the lead has opened or closed sections, or left it to the stage. */
export type Switch = 'unset' | 'open' | 'closed';

/** The roots that have a switch. */
export const SWITCHED: readonly RootName[] = 'B C D F G H1 H2'.split(' ').map(
  // A template made by map loses its literal type.
  letter => `section:${letter}` as RootName,
);

/** What one role may do in a root, as the second transcription of the table has it. */
export function letterOf(role: Role, stage: Stage, root: RootName): string {
  return writtenRights(role, stage).charAt(PLACES.indexOf(root));
}

/** Whether a new item may be written in a root. */
export function mayWriteIn(letter: string, stage: Stage, isOpen: Switch): boolean {
  if (letter === '?') return isOpen === 'unset' ? stage === 'assessment' : isOpen === 'open';
  return letter === 'W' || letter === 'o' || letter === 'd';
}

/** The code with which an act is refused, or null where it is allowed. */
export function refusalOf(act: Act, letter: string, mayWrite: boolean): 'FORBIDDEN' | 'OWNER' | null {
  if (!mayWrite) return 'FORBIDDEN';
  // What the acts bring and change isn't a dispute of one's own.
  if (act === 'dispute' || letter === 'd') return 'OWNER';
  return letter === 'o' && (act === 'attribute' || act === 'delete') ? 'OWNER' : null;
}

/** The bytes of an act: an update of one client from a clock on, and how many clocks it takes. */
export function bytesOf(
  act: Act,
  root: RootName,
  {own, others, dispute}: Targets,
  [client, clock]: readonly [number, number],
  random: RandomBytes,
): {readonly bytes: Uint8Array; readonly length: number} {
  const typed = (target: Target): ForgedItem => ({
    origin: target.lastCharacter,
    content: new Y.ContentString('x'),
  });
  const made = (structs: readonly ForgedItem[]) => ({
    bytes: forge({client, clock, structs}),
    length: structs.length,
  });
  switch (act) {
    case 'step2':
    case 'update':
      return made(newItem(root, [client, clock], random));
    case 'own words':
      return made([typed(own)]);
    case 'dispute':
      return made([typed(dispute ?? others)]);
    case 'attribute': {
      const [sub, value] = someAttribute(others.type);
      return made([{parent: others.element, sub, content: new Y.ContentAny([value])}]);
    }
    case 'delete':
      return {bytes: forge({deletes: [[...others.element, 1]]}), length: 0};
  }
}

function newItem(root: RootName, id: readonly [number, number], random: RandomBytes): ForgedItem[] {
  const [client, clock] = id;
  return [
    {parent: root, content: new Y.ContentType(new Y.XmlElement(itemTypesOf(EHCP, root)[0]))},
    {parent: id, sub: 'id', content: new Y.ContentAny([newId(random)])},
    {parent: id, content: new Y.ContentType(new Y.XmlElement('paragraph'))},
    {parent: [client, clock + 2], content: new Y.ContentType(new Y.XmlText())},
    {parent: [client, clock + 3], content: new Y.ContentString('n')},
  ];
}
