import type {Memory} from '../servers/running-server.ts';
import type {Effort, Figures} from './scenario.ts';

/** What the runner tells the load process once: which scenario against which server. */
export interface Job {
  readonly scenario: string;
  readonly wire: 'y-websocket' | 'hocuspocus';
  readonly entry: 'open' | 'goldthread';
  readonly keeps: 'nothing' | 'memory' | 'disk';
  readonly port: number;
  readonly pid: number;
  readonly adminToken: string;
  readonly effort: Effort;
}

/** What the load process asks of the runner. */
export type Ask = 'crash' | 'start' | 'restart' | 'alive' | 'collect' | 'disk';

export interface Answer {
  readonly pid: number;
  readonly alive: boolean;
  readonly memory?: Memory | undefined;
  readonly diskKb?: number;
}

/** Messages to the load process. */
export type ToLoad = {readonly job: Job} | {readonly answer: Answer} | {readonly failure: string};
/** Messages from the load process. */
export type FromLoad =
  {readonly note: string} | {readonly ask: Ask} | {readonly result: Figures} | {readonly failure: string};
