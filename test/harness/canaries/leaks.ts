import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import type {PlanId} from '@goldthread/schema';
import {elementOf} from '@goldthread/schema/ydoc';
import type * as Y from 'yjs';
import type {GoldthreadServer} from '../../../packages/server/src/build-server.ts';
import {paragraphOf} from '../../../packages/server/src/withholding/gather-items.ts';
import type {WithholdRequest} from '../../../packages/server/src/withholding/index.ts';
import {wrapStorage} from '../proof/hidden-person.ts';
import {beforeRequests, override} from '../proof/leaks/leak.ts';
import {forEverybody} from '../proof/leaks/leaks-by-answer.ts';
import type {Mutant} from '../proof/stage.ts';

/** A server that lets words out somewhere, and how the canaries say so. */
export interface WordLeak {
  /** Ends the sentence "a server that ...". */
  readonly what: string;
  readonly found: RegExp;
  readonly mutant: Mutant;
}

export const WORD_LEAKS: readonly WordLeak[] = [
  {what: 'forgets for whom a withheld document is', found: /was told zq/, mutant: {storage: forEverybody}},
  {
    what: 'forgets for whom an address is kept',
    found: /was told zq/,
    mutant: {
      storage: storage =>
        wrapStorage(storage, {
          async contacts(planId) {
            const audience = (await storage.participants(planId)).map(({id}) => id);
            return (await storage.contacts(planId)).map(one => ({...one, audience}));
          },
        }),
    },
  },
  {
    what: 'opens in an emergency what is withheld from whoever breaks the glass by name',
    found: /doctor \(doctor\) was told zq/,
    mutant: {
      storage: storage =>
        wrapStorage(storage, {
          withholdings: async planId =>
            (await storage.withholdings(planId)).map(one => ({...one, hiddenFrom: []})),
        }),
    },
  },
  {
    what: 'lets private words pass through the open plan for a moment',
    found: /was told zq/,
    mutant: {change: throughShared},
  },
  {what: 'says in an error what a decision is about', found: /was told zq/, mutant: {change: talkativeError}},
  {
    what: 'logs why something is withheld',
    found: /^The log says words/,
    mutant: whenProposed(({http: {logger}}, {factBase}) => {
      logger.warn({code: factBase}, 'withheld');
    }),
  },
  {
    what: 'counts by the words of a decision',
    found: /^The metrics say words/,
    mutant: whenProposed(({http: {metrics}}, {factBase}) => {
      metrics.count('http_requests_total', factBase);
    }),
  },
  {
    what: 'leaves words in a file that isn’t sealed',
    found: /^cache\.txt holds words/,
    mutant: whenProposed(({http: {config}}, {factBase}) => {
      writeFileSync(join(config.dataFolder, 'cache.txt'), factBase);
    }),
  },
];

function whenProposed(tell: (server: GoldthreadServer, request: WithholdRequest) => void): Mutant {
  return {
    change: server =>
      override(server.http.withholdings, 'propose', original => async (planId, actor, request) => {
        tell(server, request);
        return original.call(server.http.withholdings, planId, actor, request);
      }),
  };
}

/** Writes a new private item where everybody reads, and takes it out at once. */
function throughShared({http: {withholdings, storage}, sync}: GoldthreadServer): () => void {
  return override(withholdings, 'propose', original => async (planId, actor, request) => {
    const made = await original.call(withholdings, planId, actor, request);
    const shared = (await storage.compartments(planId)).find(({kind}) => kind === 'shared');
    const content = [paragraphOf(request.draft?.text ?? '')];
    const put = (doc: Y.Doc) => {
      doc.getXmlFragment('sos:working').insert(0, [elementOf({type: 'note', content})]);
    };
    const take = (doc: Y.Doc) => {
      doc.getXmlFragment('sos:working').delete(0);
    };
    if (shared !== undefined)
      for (const write of [put, take]) await sync.writeAsServer([{id: shared.id, items: [], write}]);
    return made;
  });
}

function talkativeError(server: GoldthreadServer): () => void {
  return beforeRequests(server, async ({url = ''}, response) => {
    const [, planId, id] = /\/plans\/([^/]+)\/withholdings\/([^/]+)\/approve/.exec(url) ?? [];
    const all = planId === undefined ? [] : await server.http.storage.withholdings(planId as PlanId);
    const found = all.find(one => one.id === id);
    if (found === undefined) return 'go on';
    response.writeHead(409, {'content-length': found.factBase.length}).end(found.factBase);
    return 'answered';
  });
}
