import {fail, ok, type CompartmentId, type PlanId, type Result} from '@goldthread/schema';
import {
  readCompartments,
  readError,
  readFacts,
  readSession,
  readTicket,
  type CompartmentEntry,
  type SessionFacts,
} from './answers.ts';
import type {KeptPlan} from './kept-plan.ts';
import type {PlanFacts} from './plan-facts.ts';
import type {HttpRefusal, PlanHttp} from './plan-http.ts';
import type {ApiProblem, TicketAnswer} from './ticket-source.ts';

/** An answer of the server, or why there is none. */
export type Answer<T> = Result<T, ApiProblem>;

/** The HTTP side of one plan for one person. Never throws for what the network or the server does. */
export class PlanClient implements PlanHttp {
  readonly planId: PlanId;
  readonly #origin: string;
  readonly #headers: () => Readonly<Record<string, string>>;

  constructor(options: {
    origin: string;
    planId: PlanId;
    /** Asked for before each request. */
    headers: () => Readonly<Record<string, string>>;
  }) {
    this.#origin = options.origin;
    this.planId = options.planId;
    this.#headers = options.headers;
  }

  session(): Promise<Answer<SessionFacts>> {
    return this.#ask('GET', '/api/session', readSession);
  }

  async signOut(): Promise<void> {
    await this.#ask('DELETE', '/api/session', () => true);
  }

  /** The plan as it is now for this person. */
  async plan(): Promise<Answer<KeptPlan>> {
    const [facts, compartments] = await Promise.all([this.facts(), this.compartments()]);
    if (!facts.ok) return facts;
    if (!compartments.ok) return compartments;
    return {ok: true, value: {facts: facts.value, compartments: compartments.value}};
  }

  /** Who is on the plan, and which items are this person's own. */
  async facts(): Promise<Answer<PlanFacts>> {
    const path = `/api/plans/${this.planId}`;
    const whole = (body: unknown) => ({body});
    const [people, mine] = await Promise.all([
      this.#ask('GET', `${path}/people`, whole),
      this.#ask('GET', `${path}/my-items`, whole),
    ]);
    if (!people.ok) return people;
    if (!mine.ok) return mine;
    const facts = readFacts(this.planId, people.value.body, mine.value.body);
    return facts === null ? {ok: false, error: 'broken'} : {ok: true, value: facts};
  }

  compartments(): Promise<Answer<readonly CompartmentEntry[]>> {
    return this.#ask('GET', `/api/plans/${this.planId}/compartments`, readCompartments);
  }

  ticket(compartmentId: CompartmentId): Promise<TicketAnswer> {
    return this.#ask('POST', `/api/plans/${this.planId}/tickets`, readTicket, {compartmentId});
  }

  async ask(method: string, path: string, body?: object): Promise<Result<unknown, HttpRefusal>> {
    let response: Response;
    try {
      response = await fetch(this.#origin + path, {
        method,
        headers: {...this.#headers(), ...(body && {'content-type': 'application/json'})},
        credentials: 'same-origin',
        cache: 'no-store',
        ...(body && {body: JSON.stringify(body)}),
      });
    } catch {
      // fetch throws for nothing but a network that doesn't answer.
      return fail({problem: 'offline', code: '', sentence: ''});
    }
    const said = response.status === 204 ? {} : await bodyOf(response);
    if (response.ok) return ok(said);
    const error = readError(said);
    return fail({problem: problemOf(response.status, error.code), ...error});
  }

  async #ask<T>(
    method: string,
    path: string,
    read: (body: unknown) => T | null,
    body?: object,
  ): Promise<Answer<T>> {
    const answer = await this.ask(method, path, body);
    if (!answer.ok) return fail(answer.error.problem);
    const value = read(answer.value);
    return value === null ? fail('broken') : ok(value);
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return null;
  }
}

function problemOf(status: number, code: string): ApiProblem {
  // Who opened it too often since they signed in has to do so anew.
  if (status === 401 || code === 'TOO_MANY_TICKETS') return 'signedOut';
  return status === 403 || status === 404 ? 'gone' : 'broken';
}
