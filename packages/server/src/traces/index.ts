export {Quotations} from './quotations.ts';
export type {TraceView} from './trace-view.ts';
export {Traces, type NewTrace} from './traces.ts';
