export {adoptPositions, positionOf} from './adopt-positions.ts';
export type {PartyView, SaidOnce} from './position-view.ts';
export {Positions, type NewPosition, type StandingPosition} from './positions.ts';
export type {Speaker} from './speaker.ts';
export {whatItSays} from './what-it-says.ts';
