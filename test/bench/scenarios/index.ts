import type {Scenario} from '../lib/scenario.ts';
import {crash} from './crash.ts';
import {hostile} from './hostile.ts';
import {idle} from './idle.ts';
import {meeting} from './meeting.ts';
import {oldPlan} from './old-plan.ts';
import {withheld} from './private.ts';
import {readers} from './readers.ts';
import {rooms} from './rooms.ts';

/** Every scenario, in the order in which a full run takes them. */
export const SCENARIOS: readonly Scenario[] = [
  meeting,
  rooms,
  readers,
  oldPlan,
  idle,
  crash,
  hostile,
  withheld,
];
