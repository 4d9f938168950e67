import {httpCaller, listAt, numberAt, asList, textAt, type Call} from './http-caller.ts';
import {emptyPlan} from './plan-files.ts';
import type {Seat} from './wire.ts';

/** How clients get into rooms. A room is named by the scenario; the same name gives the same room. */
export interface Entry {
  /**
   * `count` new seats in a room, each for a document instance of its own, spread over `people` signed-in people
   * where the server knows people.
   */
  seats(room: string, count: number, people?: number): Promise<Seat[]>;
  /** For each person of a plan of one's own, new seats in every document that they receive, the shared one first. */
  allSeats?(room: string, people: number, planFile: PlanFile): Promise<Seat[][]>;
}

/** The file of a plan for so many key workers. */
export type PlanFile = (room: string, people: number) => object;

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

/** Somebody's way into a plan who has not signed in yet. */
export interface Invitation {
  readonly planId: string;
  readonly participantId: string;
  /** Single use. */
  readonly token: string;
}

interface Plan {
  readonly id: string;
  readonly compartment: string;
  readonly people: readonly string[];
  readonly sessions: readonly string[];
  next: number;
}

/** Signs people in to Goldthread over its HTTP interface: plan, invite, session, ticket. A room is a plan. */
export class GoldthreadEntry implements Entry {
  readonly #plans = new Map<string, Promise<Plan>>();
  readonly #call: Call;
  readonly #adminToken: string;
  readonly #planFile: PlanFile;

  constructor(port: number, adminToken: string, planFile: PlanFile = emptyPlan) {
    this.#call = httpCaller(`http://127.0.0.1:${port}`);
    this.#adminToken = adminToken;
    this.#planFile = planFile;
  }

  async seats(room: string, count: number, people = count): Promise<Seat[]> {
    const plan = await this.#plan(room, people);
    const seats: Seat[] = [];
    for (let i = 0; i < count; i++) {
      const session = plan.sessions[plan.next++ % plan.sessions.length];
      seats.push(await this.#ticket(plan, session));
    }
    return seats;
  }

  async allSeats(room: string, people: number, planFile: PlanFile): Promise<Seat[][]> {
    const plan = await this.#plan(room, people, planFile);
    const seats: Seat[][] = [];
    for (const session of plan.sessions) {
      const listed = asList(await this.#call('GET', `/api/plans/${plan.id}/compartments`, session));
      const ids = listed.map(compartment => textAt(compartment, 'id'));
      ids.sort((a, b) => Number(b === plan.compartment) - Number(a === plan.compartment));
      const own: Seat[] = [];
      for (const compartment of ids) own.push(await this.#ticket({...plan, compartment}, session));
      seats.push(own);
    }
    return seats;
  }

  /** A fresh invitation for the lead of a room that already has seats. */
  async invite(room: string): Promise<Invitation> {
    const plan = await this.#plan(room, 1);
    const participantId = plan.people[0] ?? '';
    return {planId: plan.id, participantId, token: await this.#invitation(plan.id, participantId)};
  }

  #plan(room: string, people: number, planFile = this.#planFile): Promise<Plan> {
    const known = this.#plans.get(room) ?? this.#makePlan(room, people, planFile);
    this.#plans.set(room, known);
    return known;
  }

  async #makePlan(room: string, count: number, planFile: PlanFile): Promise<Plan> {
    const made = await this.#call('POST', '/api/plans', this.#adminToken, planFile(room, count));
    const id = textAt(made, 'planId');
    const workers = listAt(made, 'participants').filter(person => textAt(person, 'key').startsWith('kw'));
    const people = workers.map(person => textAt(person, 'id'));
    const sessions: string[] = [];
    for (const person of people) {
      const token = await this.#invitation(id, person);
      sessions.push(textAt(await this.#call('POST', '/api/session', undefined, {token}), 'sessionToken'));
    }
    const compartments = asList(await this.#call('GET', `/api/plans/${id}/compartments`, sessions[0]));
    const shared = compartments.find(compartment => textAt(compartment, 'kind') === 'shared');
    return {id, compartment: textAt(shared, 'id'), people, sessions, next: 0};
  }

  async #invitation(plan: string, participantId: string): Promise<string> {
    const body = {participantId, confirmed: true};
    return textAt(await this.#call('POST', `/api/plans/${plan}/invites`, this.#adminToken, body), 'token');
  }

  async #ticket(plan: Plan, session: string | undefined): Promise<Seat> {
    const body = {compartmentId: plan.compartment};
    const ticket = await this.#call('POST', `/api/plans/${plan.id}/tickets`, session, body);
    const cid = numberAt(ticket, 'cid');
    const params = {ticket: textAt(ticket, 'ticket'), cid: String(cid)};
    return {base: `/sync/${plan.id}`, room: plan.compartment, params, cid};
  }
}
