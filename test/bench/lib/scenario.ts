import type {Memory} from '../servers/running-server.ts';
import type {DocClient} from './doc-client.ts';
import type {Entry} from './entry.ts';
import type {LightClient} from './light-client.ts';
import type {Usage} from './machine.ts';
import type {Tracker} from './tracker.ts';
import type {Seat, Wire} from './wire.ts';

/** What a scenario measured, as it stands in a line of results. */
export type Figures = Readonly<Record<string, unknown>>;

/** How thorough a run is. `quick` is a smoke run whose figures mean little. */
export interface Effort {
  readonly quick: boolean;
  /** Repetition, from 1; also the seed. */
  readonly rep: number;
  /** Where to start the ladder of rooms. */
  readonly firstRooms: number;
  /** Where it ends. */
  readonly mostRooms: number;
}

/** What a scenario works with: a server, ways in, and hands on its process. */
export interface Bench {
  readonly effort: Effort;
  readonly wire: Wire;
  readonly port: number;
  readonly keeps: 'nothing' | 'memory' | 'disk';
  readonly entry: Entry;
  light(seat: Seat, tracker?: Tracker, echo?: boolean): LightClient;
  real(seat: Seat, tracker?: Tracker): DocClient;
  usage(): Usage;
  /** Hands on the server's process, carried out by the runner. */
  crash(): Promise<void>;
  start(): Promise<void>;
  restart(): Promise<void>;
  alive(): Promise<boolean>;
  collect(): Promise<Memory>;
  diskKb(): Promise<number>;
  /** A line for whoever watches. */
  note(text: string): void;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** Servers on which it says nothing: those that keep less than this, or know no compartments. */
  readonly needs: 'nothing' | 'memory' | 'disk' | 'compartments';
  /** Whether it is noisy, so that `--reps` applies. */
  readonly repeats: boolean;
  /**
   * Whether the load may use any core. Bound to one, V8 compiles and collects on the core that it is measured on: where
   * the time of one reader is what is measured, that time would be the bench's, not that of a person's device.
   */
  readonly roams?: boolean;
  run(bench: Bench): Promise<Figures>;
}
