import {isRootName, type ParticipantId, type RootName} from '@goldthread/schema';
import * as Y from 'yjs';
import type {DocSession} from './doc-session.ts';
import type {PersonOnPlan, PresentPerson} from './plan-facts.ts';

/** Who is here now, each person once however many documents or windows they have open. */
export function presentPeople(
  docs: Iterable<DocSession>,
  people: readonly PersonOnPlan[],
): readonly PresentPerson[] {
  const here = new Map<ParticipantId, RootName | null>();
  for (const session of docs) {
    const {doc, awareness, kind} = session;
    for (const [cid, state] of awareness.getStates()) {
      if (cid === doc.clientID) continue;
      const person = people.find(one => one.id === participantOf(state));
      if (person === undefined) continue;
      // A cursor in what is withheld is in no part of the plan; where its owner was last seen stays so.
      const root = kind === 'withheld' ? null : rootOfCursor(doc, state);
      here.set(person.id, root ?? here.get(person.id) ?? null);
    }
  }
  const me = people.find(person => person.isMe);
  if (me !== undefined && !here.has(me.id)) here.set(me.id, null);
  return people.flatMap((person, index) => {
    const root = here.get(person.id);
    if (root === undefined) return [];
    const {id, name, relationship, isMe} = person;
    return [{id, name, relationship, isMe, root, hand: handOf(index)}];
  });
}

/** Which of the three cursor styles a person has: by their place in the list of people, so that it stays. */
export function handOf(index: number): 1 | 2 | 3 {
  const hands = [1, 2, 3] as const;
  return hands[index % hands.length] ?? 1;
}

/** Who a presence state is about, as the server wrote it there; empty if it doesn't say. */
export function participantOf(state: unknown): string {
  const user = fieldOf(state, 'user');
  const id = fieldOf(user, 'id') ?? fieldOf(user, 'participantId');
  return typeof id === 'string' ? id : '';
}

function rootOfCursor(doc: Y.Doc, state: unknown): RootName | null {
  const head = fieldOf(fieldOf(state, 'cursor'), 'head');
  if (typeof head !== 'object' || head === null) return null;
  const position = Y.createRelativePositionFromJSON(head);
  const found = Y.createAbsolutePositionFromRelativePosition(position, doc);
  if (found === null) return null;
  let type: unknown = found.type;
  while (type instanceof Y.AbstractType && type._item !== null) type = type._item.parent;
  if (!(type instanceof Y.AbstractType)) return null;
  const name = Y.findRootTypeKey(type);
  return isRootName(name) ? name : null;
}

function fieldOf(value: unknown, name: string): unknown {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
