import {fail, ok, type PlanId, type Result} from '@goldthread/schema';
import type {HttpRefusal, PlanHttp} from '../sync/plan-http.ts';

/** What the fake server answers to a question: a body, or why not. */
export type FakeAnswer = {readonly body: unknown} | Partial<HttpRefusal>;

/** One question that was asked. */
export interface FakeQuestion {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/**
 * A plan's server without a network: answers each question, as "GET /withholdings" below the plan or "GET /api/..." in
 * full, with what a test has set. `never` leaves it open; what isn't set is as if there were no connection.
 */
export class FakeHttp implements PlanHttp {
  readonly planId = 'plan' as PlanId;
  readonly asked: FakeQuestion[] = [];
  readonly says = new Map<string, FakeAnswer | 'never'>();

  constructor(says: Readonly<Record<string, FakeAnswer | 'never'>> = {}) {
    for (const [question, answer] of Object.entries(says)) this.says.set(question, answer);
  }

  ask(method: string, path: string, body?: object): Promise<Result<unknown, HttpRefusal>> {
    const short = path.replace(/^\/api\/plans\/plan/, '');
    this.asked.push({method, path: short, body: body ?? null});
    const answer = this.says.get(`${method} ${short}`) ?? {problem: 'offline'};
    if (answer === 'never') return new Promise(() => undefined);
    const said =
      'body' in answer ? ok(answer.body) : fail({problem: 'broken', code: '', sentence: '', ...answer});
    return Promise.resolve(said as Result<unknown, HttpRefusal>);
  }

  /** The body of the last question of a kind. Fails if there was none. */
  lastBody(question: string): unknown {
    const found = this.asked.findLast(one => `${one.method} ${one.path}` === question);
    if (found === undefined) throw new Error(`Nobody asked ${question}`);
    return found.body;
  }
}
