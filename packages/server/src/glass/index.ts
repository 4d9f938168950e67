export {Glass, type Breaker} from './glass.ts';
export type {GlassView} from './glass-view.ts';
