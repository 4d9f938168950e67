export {HelpCalls, type HelpAnswer} from './help-calls.ts';
export {helpersOf} from './help-need.ts';
export {helpView, type HelpView} from './help-view.ts';
export {HouseSessions, type HouseSessionChange, type HouseSessionView} from './house-sessions.ts';
export {Overrides} from './overrides.ts';
export {RECORDING_BYTES, Recordings} from './recordings.ts';
export type {OwnContent} from './own-content.ts';
export {OwnWords, type Choice, type OwnItem, type Sharing} from './own-words.ts';
