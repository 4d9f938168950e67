import {SAFETY_LEVELS, type SafetyLevel} from '@goldthread/schema';
import type {PlanHttp} from '../sync/plan-http.ts';
import {askPlan, type RecordAnswer} from './ask-records.ts';
import {fieldsOf} from './read.ts';

type Levels = RecordAnswer<readonly SafetyLevel[]>;

/** Everything on the continuum of help that holds today. */
export function readLevels(http: PlanHttp): Promise<Levels> {
  return askPlan(http, ['GET', '/safety'], levelsIn);
}

/** Says what holds from today on, instead of what held as it was last read. */
export function sayLevels(
  http: PlanHttp,
  levels: readonly SafetyLevel[],
  expected: readonly SafetyLevel[],
): Promise<Levels> {
  return askPlan(http, ['PUT', '/safety'], levelsIn, {levels, expected});
}

function levelsIn(body: unknown): readonly SafetyLevel[] | null {
  const {levels} = fieldsOf(body);
  return Array.isArray(levels) ? SAFETY_LEVELS.filter(level => levels.includes(level)) : null;
}
