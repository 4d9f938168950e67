import type {Seat} from './wire.ts';

/** How clients get into rooms. A room is named by the scenario; the same name gives the same room. */
export interface Entry {
  /**
   * `count` new seats in a room, each for a document instance of its own, spread over `people` signed-in people
   * where the server knows people.
   */
  seats(room: string, count: number, people?: number): Promise<Seat[]>;
}

/** A server without people or tickets: any name is a room, any client id will do. */
export function openEntry(firstCid = 100_000): Entry {
  let cid = firstCid;
  return {
    seats(room, count) {
      const seats = Array.from({length: count}, () => ({base: '', room, params: {}, cid: cid++}));
      return Promise.resolve(seats);
    },
  };
}

interface Plan {
  readonly id: string;
  readonly compartment: string;
  readonly sessions: readonly string[];
  next: number;
}

/** Signs people in to Goldthread over its HTTP interface: plan, invite, session, ticket. */
export function goldthreadEntry(port: number, adminToken: string): Entry {
  const plans = new Map<string, Promise<Plan>>();
  const call = caller(`http://127.0.0.1:${port}`);
  const makePlan = async (room: string, people: number): Promise<Plan> => {
    const made = await call('POST', '/api/plans', adminToken, benchPlan(room, people));
    const id = textAt(made, 'planId');
    const participants = listAt(made, 'participants').filter(person =>
      textAt(person, 'key').startsWith('kw'),
    );
    const sessions = await inTurn(participants, async person => {
      const body = {participantId: textAt(person, 'id'), confirmed: true};
      const invite = await call('POST', `/api/plans/${id}/invites`, adminToken, body);
      return textAt(
        await call('POST', '/api/session', undefined, {token: textAt(invite, 'token')}),
        'sessionToken',
      );
    });
    const compartments = await call('GET', `/api/plans/${id}/compartments`, sessions[0]);
    const shared = asList(compartments).find(compartment => textAt(compartment, 'kind') === 'shared');
    return {id, compartment: textAt(shared, 'id'), sessions, next: 0};
  };
  return {
    async seats(room, count, people = count) {
      const known = plans.get(room) ?? makePlan(room, people);
      plans.set(room, known);
      const plan = await known;
      const {id, compartment, sessions} = plan;
      const turns = Array.from({length: count}, () => sessions[plan.next++ % sessions.length]);
      return inTurn(turns, async session => {
        const ticket = await call('POST', `/api/plans/${id}/tickets`, session, {compartmentId: compartment});
        const cid = numberAt(ticket, 'cid');
        const params = {ticket: textAt(ticket, 'ticket'), cid: String(cid)};
        return {base: `/sync/${id}`, room: compartment, params, cid};
      });
    },
  };
}

type Call = (method: string, path: string, token: string | undefined, body?: unknown) => Promise<unknown>;

function caller(origin: string): Call {
  return async (method, path, token, body) => {
    const response = await fetch(origin + path, {
      method,
      headers: {
        ...(token === undefined ? {} : {authorization: `Bearer ${token}`}),
        ...(body === undefined ? {} : {'content-type': 'application/json'}),
      },
      ...(body === undefined ? {} : {body: JSON.stringify(body)}),
    });
    const answer: unknown = await response.json();
    if (response.ok) return answer;
    throw new Error(
      `${method} ${path.split('/').at(-1)}: ${response.status} ${JSON.stringify(answer).slice(0, 300)}`,
    );
  };
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const done: R[] = [];
  for (const item of items) done.push(await work(item));
  return done;
}

/** A plan file with `people` key workers, the first of whom leads, and nothing written yet. */
function benchPlan(name: string, people: number): unknown {
  const workers = Array.from({length: people}, (_, i) => ({
    key: `kw${i}`,
    name: `Worker ${i}`,
    relationship: 'Key worker',
    role: 'keyworker',
    ...(i === 0 ? {lead: true} : {}),
  }));
  return {
    format: 'goldthread-plan',
    version: 1,
    ruleSet: 'england-2014',
    child: {name: `Bench ${name}`, calledName: 'Bench', born: '2014-03-02'},
    participants: [
      {key: 'child', name: 'Bench', relationship: 'The plan is about them', role: 'child'},
      ...workers,
    ],
  };
}

function at(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([name]) => name === key)?.[1]
    : undefined;
}
function textAt(value: unknown, key: string): string {
  const found = at(value, key);
  if (typeof found !== 'string') throw new Error(`the answer has no ${key}`);
  return found;
}
function numberAt(value: unknown, key: string): number {
  const found = at(value, key);
  if (typeof found !== 'number') throw new Error(`the answer has no ${key}`);
  return found;
}
function listAt(value: unknown, key: string): unknown[] {
  return asList(at(value, key));
}
function asList(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new Error('the answer has no list');
  return value;
}
