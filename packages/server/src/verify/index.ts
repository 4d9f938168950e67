export type {Finding} from './finding.ts';
export {verify, type Verdict} from './verify.ts';
