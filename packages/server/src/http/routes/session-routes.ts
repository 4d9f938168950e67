import {z} from 'zod';
import {ROLES} from '@goldthread/schema';
import type {FastifyReply} from 'fastify';
import {cookieNameFor} from '../../auth/index.ts';
import {RequestProblem} from '../../errors.ts';
import type {Device, ParticipantRecord, PlanRecord} from '../../storage/index.ts';
import {failures} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';
import {roomView} from '../room-view.ts';

const token = z.string().min(1).max(200);
const device = z.enum(['own', 'shared']);

const session = z.object({
  participantId: z.string(),
  planId: z.string(),
  device,
  deviceKeyLimitHours: z.number().describe('How long a device may read what it kept after its last contact'),
});

const current = session.extend({
  confirmed: z
    .boolean()
    .describe('Whether it is sure who sits here; else only `shared` and `voice` are received'),
  hasPasskey: z.boolean().describe('Whether this person can show with a passkey that it is them'),
  room: z
    .object({present: z.array(z.string()), others: z.boolean()})
    .nullable()
    .describe('Who looks at this screen; null where it is the person’s own'),
});

/** Signing in with a link, looking who is signed in, and signing out. */
export function sessionRoutes(app: App, ports: HttpPorts): void {
  lookAtInvite(app, ports);
  signIn(app, ports);
  const {deviceKeyHours} = ports.config;

  app.get('/api/session', {schema: {response: {200: current, ...failures(401)}}}, async request => {
    const reader = participantOf(request);
    const mine = reader.session;
    return {
      participantId: mine.participantId,
      planId: mine.planId,
      device: mine.device,
      deviceKeyLimitHours: deviceKeyHours,
      confirmed: mine.confirmed,
      hasPasskey: (await ports.storage.proofs.passkeys(mine.participantId)).length > 0,
      room: roomView(reader),
    };
  });

  app.delete(
    '/api/session',
    {schema: {response: {204: z.null(), ...failures(401)}}},
    async (request, reply) => {
      const {session: mine, participant} = participantOf(request);
      await ports.sessions.end(mine);
      await ports.sync.changed(mine.planId);
      // A room's session has no cookie; the one that there may be is of the person's own session.
      if (mine.present === null) reply.clearCookie(cookieNameFor(participant.id), {path: '/'});
      return reply.code(204).send(null);
    },
  );
}

function lookAtInvite(app: App, ports: HttpPorts): void {
  const schema = {
    body: z.strictObject({token}),
    response: {
      200: z.object({
        forName: z.string().describe('Whom the link is for, so that the page can ask'),
        council: z.string().nullable(),
      }),
      ...failures(400, 404, 429),
    },
  };
  app.post('/api/invites/look', {schema}, async request => {
    const invite = await ports.invites.look(request.body.token);
    const found = invite === null ? null : await personOf(ports, invite.planId, invite.participantId);
    if (found === null) throw new RequestProblem('LINK_STOPPED');
    const officer = found.people.find(one => one.role === 'sendOfficer' && one.hiddenFrom.length === 0);
    return {forName: found.person.name, council: ports.config.council ?? officer?.agency ?? null};
  });
}

function signIn(app: App, ports: HttpPorts): void {
  const schema = {
    body: z.strictObject({token, device: device.default('shared')}),
    response: {
      200: session.extend({
        sessionToken: z.string(),
        role: z.enum(ROLES).describe('Which page is this person’s'),
      }),
      ...failures(400, 404, 429),
    },
  };
  app.post('/api/session', {schema}, async (request, reply) => {
    const invite = await ports.invites.spend(request.body.token);
    const found = invite === null ? null : await personOf(ports, invite.planId, invite.participantId);
    if (invite === null || found === null) throw new RequestProblem('LINK_STOPPED');
    const opened = await ports.sessions.open(invite, request.body.device);
    const fields = {planId: invite.planId, participantId: invite.participantId, sessionId: opened.session.id};
    ports.logger.info(fields, 'signed in');
    setSessionCookie(reply, ports, found.person, opened.token, request.body.device);
    return {
      sessionToken: opened.token,
      role: found.person.role,
      planId: invite.planId,
      participantId: invite.participantId,
      device: request.body.device,
      deviceKeyLimitHours: ports.config.deviceKeyHours,
    };
  });
}

/** A shared device forgets the cookie when its browser closes. */
function setSessionCookie(
  reply: FastifyReply,
  ports: HttpPorts,
  person: ParticipantRecord,
  secret: string,
  on: Device,
): void {
  const lifeSeconds = Math.floor(ports.config.sessions.own.lifeMs / 1000);
  reply.setCookie(cookieNameFor(person.id), secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: ports.publicUrl().startsWith('https:'),
    ...(on === 'own' ? {maxAge: lifeSeconds} : {}),
  });
}

async function personOf(
  ports: HttpPorts,
  planId: PlanRecord['id'],
  participantId: ParticipantRecord['id'],
): Promise<{people: readonly ParticipantRecord[]; person: ParticipantRecord} | null> {
  const people = await ports.storage.participants(planId);
  const person = people.find(one => one.id === participantId);
  return person !== undefined && ports.sessions.hasAccess(person) ? {people, person} : null;
}
