export {adoptRecords} from './adopt-records.ts';
export {positionOf} from './filed-position.ts';
export {scaleOf} from './filed-scale.ts';
export type {PartyView, SaidOnce} from './position-view.ts';
export {Positions, type NewPosition, type StandingPosition} from './positions.ts';
export type {NumberView, RatingView, ScaleReader, ScaleView} from './scale-view.ts';
export {Scales, type NewRating, type NewScale} from './scales.ts';
export type {Speaker} from './speaker.ts';
export {whatItSays} from './what-it-says.ts';
