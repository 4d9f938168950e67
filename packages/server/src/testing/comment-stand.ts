import assert from 'node:assert/strict';
import {toBase64url} from '@goldthread/schema/anchor';
import {itemIdOf} from '@goldthread/schema/ydoc';
import * as Y from 'yjs';
import type {ThreadView} from '../agreement/index.ts';
import {agreementStand} from './agreement-stand.ts';
import type {TestServer} from './test-server.ts';

/** An id that nothing has. */
export const NOWHERE = 'n'.repeat(22);

/** The same as {@link agreementStand}, and what commenting on it takes. */
export async function commentStand(server: TestServer) {
  const on = await agreementStand(server);
  const {as, item} = on;
  const say = async (key: string, ref: string, text: string, more: object = {}) => {
    const answer = await as(key, 'POST', '/comments', {itemId: item(ref), text, ...more});
    return {status: answer.statusCode, body: answer.body, thread: answer.json<ThreadView>()};
  };
  const act = (key: string, what: 'resolve' | 'reopen' | 'take-back', id: string) =>
    as(key, 'POST', `/comments/${id}/${what}`);
  const threadsOf = async (key: string) =>
    (await as(key, 'GET', '/records?kinds=comments')).json<{comments: ThreadView[]}>().comments;
  const textsOf = async (key: string) =>
    (await threadsOf(key)).flatMap(one => one.comments.map(({text}) => text));
  /** Writes in the words of an item of the plan. */
  const change = (ref: string, root: string, write: (words: Y.XmlText, doc: Y.Doc) => void) =>
    server.server.sync.writeAsServer([
      {id: on.shared, items: [], write: doc => write(wordsIn(doc, root, item(ref)), doc)},
    ]);
  const placeOf = async (ref: string, root: string, from: number, to: number) => {
    const found = await server.server.sync.withDocument(on.shared, doc =>
      [from, to].map(index => {
        const words = wordsIn(doc, root, item(ref));
        return toBase64url(
          Y.encodeRelativePosition(
            Y.createRelativePositionFromTypeIndex(words, index, index === to ? -1 : 0),
          ),
        );
      }),
    );
    return {start: found?.[0] ?? '', end: found?.[1] ?? ''};
  };
  return {...on, say, act, threadsOf, textsOf, change, placeOf};
}

function wordsIn(doc: Y.Doc, root: string, id: string): Y.XmlText {
  const items = doc.getXmlFragment(root).toArray();
  const found = items.find(one => one instanceof Y.XmlElement && itemIdOf(one) === id);
  assert.ok(found instanceof Y.XmlElement);
  const paragraph = found.toArray().find(child => child instanceof Y.XmlElement);
  assert.ok(paragraph instanceof Y.XmlElement);
  const words = paragraph.get(0);
  assert.ok(words instanceof Y.XmlText);
  return words;
}
