import {parseId, type ItemId, type PlanId} from '@goldthread/schema';
import type {PlanHost} from '../elements/plan/plan-host.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {originOf} from '../elements/plan/where-from.ts';
import {PlanRoom, type RoomPorts} from '../elements/room/room.ts';
import {roomMemory, sessionShown} from '../elements/room/room-memory.ts';
import {PlanScreenOpen} from '../events/screen-open.ts';
import {PlanClient} from '../sync/plan-client.ts';
import {whoAsks} from '../sync/who-asks.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-room', PlanRoom);

/**
 * The screen of a room, in place of the plan, which has let go of everything. The person's own session stays where it
 * was: in a cookie that no script can read, or with the page that embeds the plan. The room's token is in memory only.
 */
export async function open(plan: PlanHost, {item}: PlanScreenOpen): Promise<void> {
  // What was presented before a reload is presented again, never the plan in its place.
  const session = item ?? (plan instanceof GoldthreadPlan ? sessionShown(plan.plan) : '');
  const ports = plan instanceof GoldthreadPlan ? portsOf(plan, session) : null;
  if (ports === null) return;
  if (session === '') showRoom(plan, ports);
  else showRoom(plan, (await import('./present.ts')).presenting(ports, session), session);
}

function showRoom(plan: PlanHost, ports: RoomPorts, session = ''): void {
  const room = new PlanRoom();
  room.ports = ports;
  room.addEventListener('plan-screen-close', event => {
    // Screens inside the room's own plan are closed too, and leave the room as it is.
    if (event.target !== room) return;
    plan.screens.standAside(null);
    if (session !== '') goOnWith(plan, session);
  });
  plan.screens.standAside(room, true);
}

/** Goes on with the session once the person's own plan is there again: how did they take it? */
function goOnWith(plan: PlanHost, session: string): void {
  // The id of a session goes where ids of items go.
  const asked = new PlanScreenOpen('session', null, session as ItemId);
  plan.addEventListener('plan-opened', () => plan.dispatchEvent(asked), {once: true});
}

function portsOf(plan: GoldthreadPlan, session: string): RoomPorts | null {
  const origin = originOf(plan.src, location);
  const planId = parseId<PlanId>(plan.plan);
  if (origin === null || !planId.ok) return null;
  const client = (token: string) =>
    new PlanClient({origin, planId: planId.value, headers: () => whoAsks(plan.participant, token)});
  return {
    own: new PlanClient({origin, planId: planId.value, headers: () => whoAsks(plan.participant, plan.token)}),
    as: client,
    show: token => shownPlan(plan, token),
    memory: roomMemory(planId.value, session),
  };
}

/** A plan for a room: larger, keeping nothing, with nothing to open but settings. */
function shownPlan(
  {src, plan, participant, helpLine, helpName, settings}: GoldthreadPlan,
  token: string,
): GoldthreadPlan {
  const shown = new GoldthreadPlan();
  Object.assign(shown, {src, plan, participant, helpLine, helpName, token, device: 'shared'});
  shown.settings = {...settings, textSize: settings.textSize === 'normal' ? 'large' : 'larger'};
  shown.screens.isPlain = true;
  return shown;
}
