import {z} from 'zod';
import type {SignedIn} from '../../auth/index.ts';
import {RequestProblem} from '../../errors.ts';
import {failures} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf} from '../authorize.ts';
import type {HttpPorts} from '../http-ports.ts';
import {knownPerson} from '../known-person.ts';

const confirmed = z.object({confirmed: z.literal(true)});

/** Showing that it is really oneself, with a code that somebody else gives or with a passkey. */
export function proofRoutes(app: App, ports: HttpPorts): void {
  const issue = {
    body: z.strictObject({participantId: z.string()}),
    response: {
      201: z.object({
        code: z.string().describe('To be given face to face or by telephone; shown once'),
        expiresAt: z.string(),
      }),
      ...failures(400, 401, 404, 409),
    },
  };
  app.post('/api/session/codes', {schema: issue}, async (request, reply) => {
    const issuer = participantOf(request);
    const person = await knownPerson(ports, issuer.session.planId, request.body.participantId, issuer);
    if (!ports.sessions.hasAccess(person)) throw new RequestProblem('NOT_FOUND');
    if (person.id === issuer.participant.id) throw new RequestProblem('NEEDS_SECOND_PERSON');
    const {code, expiresAt} = await ports.codes.issue(issuer, person);
    return reply.code(201).send({code, expiresAt: new Date(expiresAt).toISOString()});
  });

  const confirm = {
    body: z.strictObject({code: z.string().min(1).max(40)}),
    response: {200: confirmed, ...failures(400, 401, 409)},
  };
  app.post('/api/session/confirm', {schema: confirm}, async request => {
    const holder = participantOf(request);
    if (!(await ports.codes.redeem(holder, request.body.code))) throw new RequestProblem('CODE_STOPPED');
    return await tellConfirmed(ports, holder);
  });

  passkeyRoutes(app, ports);
}

const nothing = z.strictObject({}).nullish();
const encoded = z.string().min(1).max(20_000);
// Browsers say more about a key than is needed here, and from time to time something new.
const credential = {id: encoded, rawId: encoded, type: z.literal('public-key')};
const made = z.object({
  ...credential,
  response: z.object({
    clientDataJSON: encoded,
    attestationObject: encoded,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
});
const shown = z.object({
  ...credential,
  response: z.object({clientDataJSON: encoded, authenticatorData: encoded, signature: encoded}),
});
const options = z.record(z.string(), z.unknown()).describe('As a browser takes them, bytes in base64url');

function passkeyRoutes(app: App, ports: HttpPorts): void {
  const {passkeys} = ports;
  const ask = {body: nothing, response: {200: options, ...failures(400, 401, 409)}};
  app.post('/api/session/passkeys/options', {schema: ask}, async request => {
    return {...(await passkeys.optionsFor(justProved(ports, participantOf(request))))};
  });

  const register = {
    body: z.strictObject({credential: made}),
    response: {201: z.object({hasPasskey: z.literal(true)}), ...failures(400, 401, 409)},
  };
  app.post('/api/session/passkeys/register', {schema: register}, async (request, reply) => {
    const holder = justProved(ports, participantOf(request));
    const answer = {...request.body.credential, clientExtensionResults: {}};
    if (!(await passkeys.register(holder, answer))) throw new RequestProblem('PASSKEY_FAILED');
    return reply.code(201).send({hasPasskey: true});
  });

  app.post('/api/session/passkeys/challenge', {schema: ask}, async request => {
    const asked = await passkeys.challengeFor(participantOf(request));
    if (asked === null) throw new RequestProblem('NO_PASSKEY');
    return {...asked};
  });

  const verify = {
    body: z.strictObject({credential: shown}),
    response: {200: confirmed, ...failures(400, 401, 409)},
  };
  app.post('/api/session/passkeys/verify', {schema: verify}, async request => {
    const holder = participantOf(request);
    const answer = {...request.body.credential, clientExtensionResults: {}};
    if (!(await passkeys.prove(holder, answer))) throw new RequestProblem('PASSKEY_FAILED');
    return await tellConfirmed(ports, holder);
  });
}

/** How long ago somebody may have shown that it is them to add a passkey, with which they can show it from then on. */
const FRESH_MS = 15 * 60_000;

/** A page that was left open must not be enough to make a key of one's own for somebody else. */
function justProved(ports: HttpPorts, holder: SignedIn): SignedIn {
  const {proof} = holder.session;
  if (proof === null || ports.clock.now() - proof.at > FRESH_MS) throw new RequestProblem('PROVE_AGAIN');
  return holder;
}

/** Lets the sockets of a session have what it receives from now on, and tells its page to fetch it. */
async function tellConfirmed(
  ports: HttpPorts,
  {session, isConfirmed}: SignedIn,
): Promise<z.output<typeof confirmed>> {
  if (!isConfirmed) {
    await ports.sync.changed(session.planId);
    await ports.sync.tellSession(session.planId, session.id, ['people', 'withholdings']);
  }
  return {confirmed: true};
}
