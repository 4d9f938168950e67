import {isDeepStrictEqual} from 'node:util';
import {SAFETY_LEVELS, safetyLevels, withSafetyLevels, type SafetyLevel} from '@goldthread/schema';
import {z} from 'zod';
import {RequestProblem} from '../../errors.ts';
import {dayOf} from '../../withholding/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {byWhom, planIdOf} from '../authorize.ts';
import {changePlan, requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';
import {readFacts, writeFacts} from '../plan-facts.ts';

const DAY_MS = 86_400_000;

const answer = z.object({levels: z.array(z.enum(SAFETY_LEVELS)).describe('What holds today')});

/**
 * Where a child is on the continuum of help: what everybody on the plan knows, and what gives the safety map its words without
 * changing any of the plan's (domain 4.1, B05).
 */
export function safetyRoutes(app: App, ports: HttpPorts): void {
  const today = (): string => dayOf(ports.clock.now());
  const yesterday = (): string => dayOf(ports.clock.now() - DAY_MS);

  const read = {params: planAddress, response: {200: answer, ...failures(401, 404)}};
  app.get('/api/plans/:plan/safety', {schema: read}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    return {levels: [...safetyLevels(readFacts(plan).records.statuses, today())]};
  });

  const say = {
    params: planAddress,
    body: z.strictObject({
      levels: z
        .array(z.enum(SAFETY_LEVELS))
        .max(SAFETY_LEVELS.length)
        .describe('All that holds from today on; none where nothing has to do with keeping the child safe'),
      expected: z
        .array(z.enum(SAFETY_LEVELS))
        .max(SAFETY_LEVELS.length)
        .describe('What held as the caller last read it; ALREADY_CHANGED where something else holds by now'),
    }),
    response: {200: answer, ...failures(400, 401, 404, 409)},
  };
  app.put('/api/plans/:plan/safety', {schema: say}, async request => {
    const planId = planIdOf(request.params);
    const levels = inOrder(request.body.levels);
    const expected = inOrder(request.body.expected);
    const days = {today: today(), yesterday: yesterday()};
    await changePlan(
      ports.storage,
      planId,
      plan => {
        const facts = readFacts(plan);
        const known = inOrder(safetyLevels(facts.records.statuses, days.today));
        // Whoever says what holds already overwrites nobody.
        if (![expected, levels].some(one => isDeepStrictEqual(one, known)))
          throw new RequestProblem('ALREADY_CHANGED');
        const statuses = [...withSafetyLevels(facts.records.statuses, levels, days)];
        return {facts: writeFacts({...facts, records: {...facts.records, statuses}})};
      },
      () => [
        ports.audit.entry({
          ...{planId, ...byWhom(request), action: 'safetyChanged', detail: {to: levels.join(' ')}},
        }),
      ],
    );
    const everyone = (await ports.storage.participants(planId)).map(({id}) => id);
    await ports.sync.tellRecords(planId, new Set(everyone), ['people']);
    return {levels};
  });
}

function inOrder(levels: readonly SafetyLevel[]): SafetyLevel[] {
  return SAFETY_LEVELS.filter(level => levels.includes(level));
}
