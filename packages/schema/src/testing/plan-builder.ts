import type {ItemTypeName} from '../plan/item-type.ts';
import type {Role} from '../plan/participant.ts';

/** Any part of a Plan JSON file, not yet checked. */
export type Loose = Readonly<Record<string, unknown>>;

/** An item of a Plan JSON file; say only what matters. */
export function item(type: ItemTypeName, id: string, text = '', more: Loose = {}): Loose {
  return {id, type, text, ...more};
}

/** A person of a Plan JSON file. */
export function person(key: string, role: Role, more: Loose = {}): Loose {
  return {key, name: NAMES[key] ?? key, relationship: role, role, ...more};
}

const NAMES: Readonly<Record<string, string>> = {
  jory: 'Jory Penhale-Adeyemi',
  temi: 'Temi Adeyemi',
  callum: 'Callum Penhale',
  esme: 'Esme Farrow',
  bronagh: 'Bronagh Kell',
  marcus: 'Marcus Ibsen',
};

/** The people of {@link planFile} unless it is given others. */
export const PEOPLE: readonly Loose[] = [
  person('jory', 'child'),
  person('temi', 'parent'),
  person('callum', 'parent'),
  person('esme', 'keyworker', {agency: 'Tidewell Primary School', lead: true}),
  person('bronagh', 'socialWorker', {agency: 'Marlshire social care'}),
];

/** A Plan JSON file that is right as it stands; say only what differs. */
export function planFile(more: Loose = {}): Loose {
  return {
    format: 'goldthread-plan',
    version: 1,
    ruleSet: 'england-2014',
    child: {name: 'Jory Penhale-Adeyemi', calledName: 'Jory'},
    participants: PEOPLE,
    sections: {},
    ...more,
  };
}
