import * as Y from 'yjs';
import {
  forge,
  type ForgedGap,
  type ForgedId,
  type ForgedItem,
} from '../../packages/server/src/gate/testing/forge.ts';
import {ALL_ROOTS, CLIENTS, type Dice} from './gate-world.ts';

const ELEMENTS = [
  'need',
  'paragraph',
  'bulletList',
  'listItem',
  'link',
  'drawing',
  'stroke',
  'provision',
  'script',
];
const ATTRIBUTES = ['id', 'impact', 'rel', 'to', 'kind', 'onclick', '__proto__'];
const VALUES = ['x', null, 3, true, 'evidence', 'xxxxxxxxxxxxxxxxxxxxx1', Number.NaN, {a: 1}];

/**
 * An update of up to six structs whose references, parents, kinds and deletes are thrown together at random, but all
 * name ids that exist or nearly exist, so that far more of them come close to being let through than of random bytes.
 */
export function forgery(dice: Dice, server: Y.Doc): Uint8Array {
  const clock = Y.getState(server.store, CLIENTS.attacker);
  const structs = Array.from({length: dice.below(6)}, (_, index) => struct(dice, server, clock + index));
  const deletes = Array.from({length: dice.below(3)}, () => {
    const [client, from] = anyId(dice, server, clock);
    return [client, from, dice.below(12)] as const;
  });
  return forge({client: CLIENTS.attacker, clock, structs, deletes});
}

function struct(dice: Dice, server: Y.Doc, clock: number): ForgedItem | ForgedGap {
  const kind = dice.below(12);
  if (kind === 0) return {ref: dice.below(2) === 0 ? 0 : 10, length: 1};
  const content = contentOf(dice);
  const origin = anyId(dice, server, clock);
  const right = dice.below(3) === 0 ? anyId(dice, server, clock) : ([origin[0], origin[1] + 1] as const);
  if (kind < 4) return {origin, right, content};
  if (kind < 6) return {origin, content};
  if (kind < 7) return {right, content};
  const parent = dice.below(4) === 0 ? (dice.pick(ALL_ROOTS) ?? 'section:Z') : anyId(dice, server, clock);
  const sub = dice.below(2) === 0 ? dice.pick(ATTRIBUTES) : undefined;
  return sub === undefined ? {parent, content} : {parent, sub, content};
}

function contentOf(dice: Dice): ForgedItem['content'] {
  switch (dice.below(8)) {
    case 0:
    case 1:
      return new Y.ContentString('y');
    case 2:
      return new Y.ContentDeleted(1);
    case 3:
      return new Y.ContentFormat(dice.below(3) === 0 ? 'ychange' : 'bold', {});
    case 4:
      return new Y.ContentAny([dice.pick(VALUES)]);
    case 5:
      return new Y.ContentType(new Y.XmlText());
    case 6:
      return new Y.ContentEmbed({});
    default:
      return new Y.ContentType(new Y.XmlElement(dice.pick(ELEMENTS)));
  }
}

/** An id that the document has, or one of the update itself, which may come before or after. */
function anyId(dice: Dice, server: Y.Doc, clock: number): ForgedId {
  if (dice.below(3) === 0) return [CLIENTS.attacker, Math.max(0, clock + dice.below(6) - 3)];
  const client = dice.pick([...server.store.clients.keys()]) ?? CLIENTS.server;
  return [client, dice.below(Y.getState(server.store, client) + 1)];
}
