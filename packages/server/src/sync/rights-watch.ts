import type {SessionId} from '@goldthread/schema';
import type {Connection} from './connection.ts';
import {gatePolicy} from './gate-policy.ts';
import type {LivePlan} from './live-plan.ts';
import type {Outbox} from './outbox.ts';
import {messagePacket} from './packet.ts';
import type {SyncPorts} from './sync-server.ts';

/** Decides anew about everybody who has a plan open, after something changed on which that depends. */
export class RightsWatch {
  readonly #ports: SyncPorts;
  readonly #outbox: Outbox;

  constructor(ports: SyncPorts, outbox: Outbox) {
    this.#ports = ports;
    this.#outbox = outbox;
  }

  /** While this runs the plan's frames wait; afterwards every socket has the rights that its holder has now, or none. */
  async decideAnew(plan: LivePlan): Promise<void> {
    plan.deciding += 1;
    try {
      const {directory, storage} = this.#ports;
      const access = await directory.accessFacts(plan.id);
      const items = await storage.items(plan.id);
      const ended = await this.#endedSessions(plan);
      if (access === null) {
        for (const connection of connectionsOf(plan)) connection.close('notYours');
        return;
      }
      plan.access = access;
      plan.learn(items);
      for (const connection of connectionsOf(plan)) this.#decide(plan, connection, ended);
    } catch (error) {
      // Nobody may go on with rights that couldn't be confirmed.
      for (const connection of connectionsOf(plan)) connection.close('tryAgain');
      throw error;
    } finally {
      plan.deciding -= 1;
      this.#outbox.flush();
    }
  }

  async #endedSessions(plan: LivePlan): Promise<ReadonlySet<SessionId>> {
    const sessions = new Set(connectionsOf(plan).map(connection => connection.sessionId));
    const ended = new Set<SessionId>();
    for (const session of sessions) {
      if (!(await this.#ports.directory.isSessionLive(session))) ended.add(session);
    }
    return ended;
  }

  #decide(plan: LivePlan, connection: Connection, ended: ReadonlySet<SessionId>): void {
    const rights = plan.rights(connection.participantId, connection.room.compartment.id);
    if (ended.has(connection.sessionId)) {
      connection.close('signedOut');
    } else if (rights === null) {
      connection.close('notYours');
    } else {
      const before = connection.rights.writable;
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
