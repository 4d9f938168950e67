import {COPY_REASONS, type ItemId} from '@goldthread/schema';
import {PROPOSAL_STATES, PROPOSAL_STEPS} from '@goldthread/schema/proposals';
import {z} from 'zod';
import type {Opened, ProposalView, Said} from '../../proposals/index.ts';
import {failures, planAddress} from '../answers.ts';
import type {App} from '../app.ts';
import {participantOf, planIdOf} from '../authorize.ts';
import {requirePlan} from '../change-plan.ts';
import type {HttpPorts} from '../http-ports.ts';

const side = {
  party: z.string().describe('As a plan file calls it: the key of a person, or the name of an agency'),
  name: z.string(),
  by: z.string(),
  byName: z.string(),
};

const proposal = z.object({
  id: z.string(),
  item: z.string(),
  compartmentId: z.string(),
  root: z.string().describe('Below it stands what is suggested'),
  wordingId: z.string().describe('The item below that root which holds the words'),
  ...side,
  at: z.string(),
  reason: z.string(),
  base: z.unknown().describe('The item as it was when the words were suggested'),
  answersTo: z.string().nullable(),
  state: z.enum(PROPOSAL_STATES),
  steps: z.array(z.object({step: z.enum(PROPOSAL_STEPS), ...side, at: z.string(), reason: z.string()})),
  choices: z.array(z.enum(PROPOSAL_STEPS)).describe('What the caller may do with it now'),
});

const opened = z.object({proposalId: z.string(), compartmentId: z.string(), root: z.string()});

const said = {
  reason: z.string().trim().max(4000).default(''),
  copyReason: z
    .enum(COPY_REASONS)
    .optional()
    .describe('After COPIED_WORDS: why words of a private note may stand here'),
};

const one = planAddress.extend({id: z.string()});

/** Suggesting other words for an item, and answering. What was suggested is among the records, its words in the documents. */
export function proposalRoutes(app: App, ports: HttpPorts): void {
  const {proposals} = ports;
  const open = {
    params: planAddress,
    body: z.strictObject({itemId: z.string(), ...said}),
    response: {201: opened, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/proposals', {schema: open}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    // The id is only ever looked up; one of the wrong shape is simply not found.
    const item = request.body.itemId as ItemId;
    const made = await proposals.open(plan.id, participantOf(request), item, saidIn(request.body));
    return reply.code(201).send(made satisfies Opened);
  });

  const counter = {
    params: one,
    body: z.strictObject(said),
    response: {201: opened, ...failures(400, 401, 404, 409)},
  };
  app.post('/api/plans/:plan/proposals/:id/counter', {schema: counter}, async (request, reply) => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {id} = request.params;
    return reply
      .code(201)
      .send(await proposals.counter(plan.id, participantOf(request), id, saidIn(request.body)));
  });

  const answer = {
    params: one,
    body: z.strictObject(said),
    response: {200: proposal, ...failures(400, 401, 404, 409)},
  };
  const accept = {
    ...answer,
    body: z.strictObject({
      ...said,
      saw: z
        .string()
        .max(100)
        .optional()
        .describe(
          'Names the wording that the caller has in front of them; nothing is done where another would stand',
        ),
    }),
  };
  app.post('/api/plans/:plan/proposals/:id/accept', {schema: accept}, async request => {
    const plan = await requirePlan(ports.storage, planIdOf(request.params));
    const {saw = null, ...why} = request.body;
    return shown(
      await proposals.accept(plan.id, participantOf(request), request.params.id, saidIn(why), saw),
    );
  });

  for (const step of ['refuse', 'withdraw'] as const) {
    app.post(`/api/plans/:plan/proposals/:id/${step}`, {schema: answer}, async request => {
      const plan = await requirePlan(ports.storage, planIdOf(request.params));
      return shown(
        await proposals[step](plan.id, participantOf(request), request.params.id, saidIn(request.body)),
      );
    });
  }
}

function saidIn({
  reason,
  copyReason = null,
}: {
  reason: string;
  copyReason?: Said['copyReason'] | undefined;
}): Said {
  return {reason, copyReason};
}

function shown({steps, choices, ...view}: ProposalView) {
  return {...view, steps: [...steps], choices: [...choices]};
}
