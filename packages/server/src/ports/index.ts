export {systemClock, type CancelTimer, type Clock} from './clock.ts';
export {silentLogger, type LogFields, type Logger} from './logger.ts';
export {noMetrics, type CounterName, type GaugeName, type Metrics, type TimingName} from './metrics.ts';
export {systemRandom} from './random.ts';
export {repeat} from './repeat.ts';
