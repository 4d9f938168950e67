export {accessFor, mayBeSeenIn, mayBring} from './access-for.ts';
export {ROOT_GROUPS, type Access, type Cell, type RootGroup} from './access.ts';
export {cellOf} from './access-table.ts';
export type {CompartmentFacts, CompartmentKind, ItemFacts} from './facts.ts';
export {partyOf, type Party} from './party.ts';
export {receivedByAll, receives} from './receives.ts';
export {accessThrough, eyesOf, isUnsure, mayKnowOf, type Onlookers, type Reader} from './reader.ts';
export {groupOf} from './root-group.ts';
export {writableRoots} from './writable-roots.ts';
