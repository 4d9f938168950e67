import assert from 'node:assert/strict';
import {rewordElement, wordingOf} from '@goldthread/schema/proposals';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {itemIdOf, readElement} from '@goldthread/schema/ydoc';
import type {CompartmentId, ItemId} from '@goldthread/schema';
import * as Y from 'yjs';
import type {ErrorBody} from '../errors.ts';
import type {Opened, ProposalView} from '../proposals/index.ts';
import {plainText} from '../withholding/index.ts';
import {agreementStand} from './agreement-stand.ts';
import {smallPlan} from './small-plan.ts';
import type {TestServer} from './test-server.ts';

/** What an answer to a proposal was. */
export interface Answered {
  readonly status: number;
  readonly code: string | undefined;
  readonly view: ProposalView;
}

/** A small plan on a server, served as a draft, and what suggesting other words in it takes. */
export async function proposalStand(own: TestServer, file: object = smallPlan()) {
  const made = await agreementStand(own, file);
  const {as, item, shared, get} = made;
  const {sync} = own.server;
  await made.moveOn('draftServed');

  async function elements(id: CompartmentId, root: string): Promise<readonly PmJson[]> {
    const nodes = await sync.withDocument(id, doc =>
      doc
        .getXmlFragment(root)
        .toArray()
        .flatMap(one => (one instanceof Y.XmlElement ? [readElement(one)] : [])),
    );
    return nodes ?? [];
  }

  /** Writes words where somebody would type them, one paragraph a line. */
  async function type(id: CompartmentId, root: string, itemId: string, text: string): Promise<void> {
    const blocks = text.split('\n').map(line => ({type: 'paragraph', content: [{type: 'text', text: line}]}));
    await sync.writeAsServer([
      {
        id,
        items: [],
        write(doc) {
          for (const one of doc.getXmlFragment(root).toArray()) {
            if (!(one instanceof Y.XmlElement) || itemIdOf(one) !== itemId) continue;
            rewordElement(one, {...wordingOf(readElement(one)), blocks});
          }
        },
      },
    ]);
  }

  const list = async (key: string): Promise<readonly ProposalView[]> => {
    const answer = await get(key, '/records?kinds=proposals');
    assert.equal(answer.statusCode, 200, answer.body);
    return answer.json<{proposals: ProposalView[]}>().proposals;
  };

  return {
    ...made,
    list,
    /** What an item of a section says. */
    async says(root: string, ref: string, id: CompartmentId = shared): Promise<string> {
      const found = (await elements(id, root)).find(node => node.attrs?.['id'] === item(ref));
      return found === undefined ? '' : plainText(found);
    },
    /** What is suggested below a root. */
    async suggested(root: string, id: CompartmentId = shared): Promise<string> {
      return (await elements(id, root)).map(plainText).join('\n');
    },
    /** Types over what an item of a section says. */
    edit: (root: string, ref: string, text: string, id: CompartmentId = shared) =>
      type(id, root, item(ref), text),
    /** Suggests other words for an item; gives where they stand and how to change them. */
    async suggest(key: string, ref: string, text: string, reason = 'It helps him.') {
      const answer = await as(key, 'POST', '/proposals', {itemId: item(ref), reason});
      assert.equal(answer.statusCode, 201, answer.body);
      const opened = answer.json<Opened>();
      const [own_] = (await list(key)).filter(({id}) => id === opened.proposalId);
      assert.ok(own_);
      const where = opened.compartmentId as CompartmentId;
      await type(where, opened.root, own_.wordingId, text);
      return {...opened, wordingId: own_.wordingId as ItemId, where};
    },
    /** Types over what somebody suggests. */
    retype: (where: CompartmentId, root: string, wordingId: string, text: string) =>
      type(where, root, wordingId, text),
    async answer(
      key: string,
      id: string,
      step: 'counter' | 'accept' | 'refuse' | 'withdraw',
      body: object = {},
    ): Promise<Answered> {
      const answer = await as(key, 'POST', `/proposals/${id}/${step}`, body);
      const read = answer.json<ProposalView & Partial<ErrorBody>>();
      return {status: answer.statusCode, code: read.error?.code, view: read};
    },
  };
}
