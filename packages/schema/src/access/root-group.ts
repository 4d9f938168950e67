import type {RootName} from '../plan/root.ts';
import type {RootGroup} from './access.ts';

const GROUP_OF: Readonly<Record<string, RootGroup>> = {
  'section:A': 'A',
  'section:B': 'BF',
  'section:C': 'CG',
  'section:D': 'DH',
  'section:E': 'E',
  'section:F': 'BF',
  'section:G': 'CG',
  'section:H1': 'DH',
  'section:H2': 'DH',
  'section:I': 'IJK',
  'section:J': 'IJK',
  'section:K': 'IJK',
  'sos:worries': 'worries',
  'sos:working': 'map',
  'sos:next': 'map',
  'house:good': 'house',
  'house:worries': 'house',
  'house:dreams': 'house',
};

/** Every root that a withheld item can stand beside. */
// Object.keys forgets that every key above is the name of a root.
export const PLACES = Object.keys(GROUP_OF) as readonly RootName[];

/** The group of the access table that a root belongs to; none for `items` and for the root of a proposal. */
export function groupOf(root: RootName): RootGroup | undefined {
  return Object.hasOwn(GROUP_OF, root) ? GROUP_OF[root] : undefined;
}
