import type {IncomingMessage, ServerResponse} from 'node:http';
import type {PlanId} from '@goldthread/schema';
import type {GoldthreadServer} from '../../../../packages/server/src/build-server.ts';
import type {Mutant} from '../stage.ts';
import type {Habit} from '../withheld-work.ts';

/** One deliberate leak: a server, or a client of those who know more, that tells something to somebody who may not know it. */
export interface Leak {
  /** The side channel of domain 6.5, or the place of confidential-crdt 1.4, to which it belongs. */
  readonly channel: string;
  /** Ends the sentence "a server that ..." or "a client that ...". */
  readonly what: string;
  /** The row of the family in which it is played. */
  readonly row: number;
  readonly mutant?: Mutant;
  readonly habit?: Habit;
}

/** Deals with every request first; answers it, or leaves that to the server. */
export function beforeRequests(
  {app}: GoldthreadServer,
  act: (request: IncomingMessage, response: ServerResponse) => Promise<'answered' | 'go on'>,
): () => void {
  const [original, ...others] = app.server.listeners('request');
  if (original === undefined || others.length > 0) throw new Error('Somebody else answers requests.');
  app.server.removeAllListeners('request');
  app.server.on('request', (request, response) => {
    void (async () => {
      if ((await act(request, response)) === 'go on') original.call(app.server, request, response);
    })();
  });
  return () => undefined;
}

/**
 * Puts a header more on each answer to addresses that look like this: the least that a leak can be. `value` gives what it
 * tells about the plan of the address.
 */
export function withHeader(
  name: string,
  path: RegExp,
  value: (server: GoldthreadServer, planId: PlanId) => Promise<string>,
): Mutant {
  return {
    change: server =>
      beforeRequests(server, async ({url = ''}, response) => {
        // An address that was asked for names one of the stage's plans.
        const planId = /\/api\/plans\/([^/?]+)/.exec(url)?.[1] as PlanId | undefined;
        if (planId !== undefined && path.test(url)) response.setHeader(name, await value(server, planId));
        return 'go on';
      }),
  };
}

/** Changes a method until the function that is given is called. */
export function override<Owner extends object, Name extends keyof Owner>(
  owner: Owner,
  name: Name,
  replace: (original: Owner[Name]) => Owner[Name],
): () => void {
  const original = owner[name];
  owner[name] = replace(original);
  return () => {
    owner[name] = original;
  };
}
