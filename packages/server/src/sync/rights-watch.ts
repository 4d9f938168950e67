import type {SessionId} from '@goldthread/schema';
import type {SessionReach} from '../storage/index.ts';
import type {Connection} from './connection.ts';
import {gatePolicy} from './gate-policy.ts';
import type {LivePlan} from './live-plan.ts';
import type {Outbox} from './outbox.ts';
import {messagePacket} from './packet.ts';
import type {SyncPorts} from './sync-server.ts';
import {WriteWatch} from './write-watch.ts';

/** Decides anew about everybody who has a plan open, after something changed on which that depends. */
export class RightsWatch {
  readonly #ports: SyncPorts;
  readonly #outbox: Outbox;

  constructor(ports: SyncPorts, outbox: Outbox) {
    this.#ports = ports;
    this.#outbox = outbox;
  }

  /**
   * While this runs the plan's frames wait and nothing is sent; afterwards every socket has the rights that its holder has now,
   * or none. One at a time, so that an answer that is out of date by now never comes last.
   */
  async decideAnew(plan: LivePlan): Promise<void> {
    plan.deciding += 1;
    const mine = plan.decided.then(() => this.#decideAll(plan));
    plan.decided = mine.catch(() => undefined);
    await mine;
  }

  async #decideAll(plan: LivePlan): Promise<void> {
    try {
      const {directory, storage} = this.#ports;
      const access = await directory.accessFacts(plan.id);
      const items = await storage.items(plan.id);
      const contacts = await storage.contacts(plan.id);
      const sessions = await this.#sessions(plan);
      if (access === null) {
        for (const connection of connectionsOf(plan)) connection.revoke('notYours');
        return;
      }
      plan.access = access;
      plan.learn(items);
      plan.watch = new WriteWatch(contacts);
      for (const {document, compartment} of plan.rooms.values()) {
        const facts = access.compartments.find(({id}) => id === compartment.id);
        if (facts !== undefined) document.know(plan.rootsOf(facts));
      }
      for (const connection of connectionsOf(plan))
        this.#decide(plan, connection, sessions.get(connection.sessionId) ?? null);
    } catch (error) {
      // Nobody may go on with rights that couldn't be confirmed.
      for (const connection of connectionsOf(plan)) connection.revoke('tryAgain');
      throw error;
    } finally {
      plan.deciding -= 1;
      plan.decisions += 1;
      this.#outbox.flush();
    }
  }

  /** Every session that has a socket here, as it is now. */
  async #sessions(plan: LivePlan): Promise<ReadonlyMap<SessionId, SessionReach | null>> {
    const sessions = new Map<SessionId, SessionReach | null>();
    for (const {sessionId} of connectionsOf(plan)) {
      if (!sessions.has(sessionId)) sessions.set(sessionId, await this.#ports.directory.session(sessionId));
    }
    return sessions;
  }

  #decide(plan: LivePlan, connection: Connection, session: SessionReach | null): void {
    if (session === null) {
      connection.revoke('signedOut');
      return;
    }
    const rights = plan.rights(
      {participantId: connection.participantId, session},
      connection.room.compartment.id,
    );
    if (rights === null) {
      connection.revoke('notYours');
    } else {
      const before = connection.rights.writable;
      connection.session = session;
      connection.rights = rights;
      connection.policy = gatePolicy(connection.room, connection, rights);
      const same =
        before.length === rights.writable.length && rights.writable.every(root => before.includes(root));
      if (!same)
        this.#outbox.send(connection, messagePacket({kind: 'rights', writableRoots: rights.writable}));
      this.#identify(connection);
    }
  }

  #identify(connection: Connection): void {
    const told = connection.room.presence.identityChanged(connection, this.#ports.clock.now());
    if (told !== null) connection.room.tell(this.#outbox, told, connection);
  }
}

function connectionsOf(plan: LivePlan): Connection[] {
  return [...plan.rooms.values()].flatMap(room => [...room.connections]);
}
