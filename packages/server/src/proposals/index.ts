export {Proposals} from './proposals.ts';
export type {Opened, Said} from './proposal-writer.ts';
export type {ProposalView} from './proposal-view.ts';
