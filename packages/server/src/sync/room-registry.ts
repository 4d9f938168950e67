import type {CompartmentId, PlanId} from '@goldthread/schema';
import {LiveDocument} from './live-document.ts';
import {LivePlan} from './live-plan.ts';
import {Room} from './room.ts';
import type {SyncPorts} from './sync-server.ts';
import {WriteWatch} from './write-watch.ts';

/**
 * Every plan and document in memory. A plan that nobody has open leaves nothing behind here. Each load happens once,
 * however many people open the same document at the same moment.
 */
export class RoomRegistry {
  readonly #ports: SyncPorts;
  /** This process, as leases name it. */
  readonly #owner: string;
  readonly #plans = new Map<PlanId, LivePlan>();
  readonly #loadingPlans = new Map<PlanId, Promise<LivePlan | null>>();
  readonly #loadingRooms = new Map<CompartmentId, Promise<Room | null>>();

  constructor(ports: SyncPorts, owner: string) {
    this.#ports = ports;
    this.#owner = owner;
  }

  /**
   * The room of a document, loaded if it isn't, with one hold on it that the caller takes back; `null` if there is no such
   * document in this plan.
   */
  async open(planId: PlanId, compartmentId: CompartmentId): Promise<Room | null> {
    const here = this.#plans.get(planId)?.rooms.get(compartmentId);
    const room = here ?? (await this.#load(planId, compartmentId));
    if (room !== null) room.holds += 1;
    return room;
  }

  /** A plan that is in memory or on its way there. */
  async planIfOpen(planId: PlanId): Promise<LivePlan | null> {
    return this.#plans.get(planId) ?? (await this.#loadingPlans.get(planId)) ?? null;
  }

  *plans(): Iterable<LivePlan> {
    yield* this.#plans.values();
  }

  *rooms(): Iterable<Room> {
    for (const plan of this.#plans.values()) yield* plan.rooms.values();
  }

  /** Takes a room out of memory, and its plan with the last room. */
  drop(room: Room): void {
    const {plan} = room;
    if (plan.rooms.get(room.compartment.id) === room) plan.rooms.delete(room.compartment.id);
    this.#dropIfEmpty(plan);
    room.document.reload();
    this.#countRooms();
  }

  /** Takes a whole plan out of memory because its copy can't be trusted any more. */
  forget(plan: LivePlan): void {
    for (const room of plan.rooms.values()) {
      room.spoiled = true;
      room.document.reload();
    }
    if (this.#plans.get(plan.id) === plan) this.#plans.delete(plan.id);
  }

  async #load(planId: PlanId, compartmentId: CompartmentId): Promise<Room | null> {
    const underWay = this.#loadingRooms.get(compartmentId);
    if (underWay !== undefined) return underWay.then(room => (room?.plan.id === planId ? room : null));
    const loading = this.#loadRoom(planId, compartmentId);
    this.#loadingRooms.set(compartmentId, loading);
    try {
      return await loading;
    } finally {
      this.#loadingRooms.delete(compartmentId);
    }
  }

  async #loadRoom(planId: PlanId, compartmentId: CompartmentId): Promise<Room | null> {
    const started = performance.now();
    const plan = await this.#loadPlan(planId);
    if (plan === null) return null;
    plan.loading += 1;
    try {
      const room = await this.#readRoom(plan, compartmentId);
      // The plan was reset meanwhile: its copy, and this room with it, is one that nobody looks after any more.
      if (room !== null && this.#plans.get(planId) !== plan)
        return await this.#loadRoom(planId, compartmentId);
      this.#ports.metrics.timing('sync_load_ms', performance.now() - started);
      return room;
    } finally {
      plan.loading -= 1;
      this.#dropIfEmpty(plan);
    }
  }

  async #readRoom(plan: LivePlan, compartmentId: CompartmentId): Promise<Room | null> {
    const facts = plan.access.compartments.find(({id}) => id === compartmentId);
    const stored = facts === undefined ? null : await this.#ports.storage.loadDocument(compartmentId);
    if (facts === undefined || stored === null) return null;
    const {storage, limits, clock} = this.#ports;
    const bindings = await storage.bindings(compartmentId);
    const document = new LiveDocument(stored, plan.rootsOf(facts));
    const room = new Room(plan, document, bindings, limits, clock.now());
    plan.rooms.set(compartmentId, room);
    this.#countRooms();
    return room;
  }

  /** What few people read is known from the first word that somebody writes for more. */
  async #readWithheld(plan: LivePlan): Promise<void> {
    for (const facts of plan.access.compartments) {
      if (facts.kind !== 'withheld') continue;
      const stored = await this.#ports.storage.loadDocument(facts.id);
      if (stored === null) continue;
      const document = new LiveDocument(stored, plan.rootsOf(facts));
      plan.copies.read(facts.id, document.doc);
      document.reload();
    }
  }

  #countRooms(): void {
    let count = 0;
    for (const plan of this.#plans.values()) count += plan.rooms.size;
    this.#ports.metrics.gauge('sync_rooms', count);
  }

  #dropIfEmpty(plan: LivePlan): void {
    const empty = plan.rooms.size === 0 && plan.loading === 0;
    if (empty && this.#plans.get(plan.id) === plan) this.#plans.delete(plan.id);
  }

  async #loadPlan(planId: PlanId): Promise<LivePlan | null> {
    const here = this.#plans.get(planId);
    if (here !== undefined) return here;
    const underWay = this.#loadingPlans.get(planId);
    if (underWay !== undefined) return underWay;
    const loading = this.#readPlan(planId);
    this.#loadingPlans.set(planId, loading);
    try {
      return await loading;
    } finally {
      this.#loadingPlans.delete(planId);
    }
  }

  async #readPlan(planId: PlanId): Promise<LivePlan | null> {
    const {directory, storage} = this.#ports;
    const access = await directory.accessFacts(planId);
    if (access === null) return null;
    const lease = await storage.acquireLease(planId, this.#owner, true);
    if (lease === null) return null;
    const plan = new LivePlan(
      planId,
      lease.token,
      access,
      await storage.items(planId),
      new WriteWatch(await storage.contacts(planId)),
    );
    plan.learnRecordings((await storage.attachments.of(planId)).map(put => ({kind: 'attachment', put})));
    await this.#readWithheld(plan);
    plan.copies.allow(await storage.copies(planId));
    this.#plans.set(planId, plan);
    return plan;
  }
}
