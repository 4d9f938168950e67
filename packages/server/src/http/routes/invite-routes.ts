import {z} from 'zod';
import {RequestProblem} from '../../errors.ts';
import {clearedKeys, failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {askerOf, byWhom, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import {clearedDeed} from '../note-reading.ts';
import {demandGainCleared} from '../cleared-gain.ts';
import type {HttpPorts} from '../http-ports.ts';
import {knownPerson} from '../known-person.ts';

/** Inviting somebody who is on the plan. */
export function inviteRoutes(app: App, ports: HttpPorts): void {
  const schema = {
    params: planAddress,
    body: z.strictObject({
      participantId: z.string(),
      confirmed: z
        .boolean()
        .default(false)
        .describe(
          'Whether the session may receive more than everyone on the plan receives; administrator only',
        ),
      cleared: clearedKeys.describe(
        'For somebody who has never read the plan: findings in what they come to read',
      ),
    }),
    response: {
      201: z.object({token: z.string(), url: z.string()}).describe('Shown once; only a hash is kept'),
      ...failures(400, 401, 404, 409, 422),
    },
  };
  app.post('/api/plans/:plan/invites', {schema}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {actor: issuedBy, sessionId} = byWhom(request);
    const person = await knownPerson(ports, plan.id, request.body.participantId, askerOf(request));
    const {confirmed} = request.body;
    if (confirmed && (issuedBy !== null || !ports.config.confirmedInvites)) {
      throw new RequestProblem('CONFIRMED_NOT_ALLOWED');
    }
    const isNew = !(await ports.storage.sessions(plan.id)).some(one => one.participantId === person.id);
    const gain = {before: isNew ? null : person, after: person};
    const places = await demandGainCleared(ports, plan, askerOf(request), gain, request.body.cleared);
    if (places > 0) await ports.audit.note(clearedDeed(request, plan.id, person.id, 'invited', places));
    const asked = {planId: plan.id, participantId: person.id, confirmed, issuedBy};
    const token = await ports.invites.issue(asked, sessionId);
    ports.logger.info({planId: plan.id, participantId: person.id, requestId: request.id}, 'invite issued');
    return reply.code(201).send({token, url: joinUrl(ports.publicUrl(), token)});
  });
}

/** The address of an invite. The token stands behind the #, so that no server log ever holds it. */
export function joinUrl(publicUrl: string, token: string): string {
  return `${publicUrl}/join#${token}`;
}
