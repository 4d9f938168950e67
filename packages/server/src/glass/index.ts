export {Glass, type Breaker} from './glass.ts';
export type {GlassPorts} from './glass-ports.ts';
export type {GlassView} from './glass-view.ts';
