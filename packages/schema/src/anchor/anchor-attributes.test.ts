import assert from 'node:assert/strict';
import {test} from 'node:test';
import * as Y from 'yjs';
import type {ItemId} from '../base/ids.ts';
import {ANCHOR_ATTRIBUTES} from '../plan/anchor-attribute.ts';
import {checkNode} from '../prosemirror/check-node.ts';
import {docWith, node} from '../testing/doc-builder.ts';
import {anchorAttributes, readAnchor} from './anchor-attributes.ts';
import {toBase64url} from './base64url.ts';
import {resolveAnchor} from './resolve-anchor.ts';

const ID = 'i'.repeat(22) as ItemId;

test('an anchor is four short attributes that may stand in an item, and making one changes nothing', () => {
  const doc = docWith({'section:B': [node('need', ID, `He covers\nhis ears. ${'And more. '.repeat(80)}`)]});
  const before = Y.encodeStateAsUpdate(doc);
  const attributes = anchorAttributes(doc, 'section:B', ID);
  assert.deepEqual(Y.encodeStateAsUpdate(doc), before);
  assert.deepEqual(Object.keys(attributes), ANCHOR_ATTRIBUTES);
  assert.equal(checkNode({type: 'note', attrs: attributes}), null);
  assert.ok(attributes['anchor.quote'].startsWith('He covers his ears. And more.'));
  assert.ok(attributes['anchor.quote'].length <= 80);
});

test('what is read is what was written', () => {
  const doc = docWith({'section:B': [node('need', ID, 'He covers his ears.')]});
  const anchor = readAnchor(anchorAttributes(doc, 'section:B', ID));
  assert.deepEqual(
    {...anchor, at: anchor?.at instanceof Uint8Array},
    {root: 'section:B', isAtStart: false, item: ID, at: true, quote: 'He covers his ears.'},
  );
  assert.equal(readAnchor(anchorAttributes(doc, 'section:B', null))?.isAtStart, true);
});

test('attributes that name no section are no anchor', () => {
  for (const root of [undefined, null, 7, '', 'items', 'section:Z', `p:${ID}`]) {
    assert.equal(readAnchor({'anchor.root': root, 'anchor.item': ID}), null, String(root));
  }
});

test('an anchor that says anything at all is read and leads somewhere without changing the document', () => {
  const doc = docWith({'section:B': [node('need', ID, 'He covers his ears.')]});
  const roots = doc.share.size;
  const nowhere = 'n'.repeat(22);
  const positions = [
    toBase64url(Y.encodeRelativePosition(new Y.RelativePosition(null, 'section:Z', null, 0))),
    toBase64url(Y.encodeRelativePosition(new Y.RelativePosition(Y.createID(1, 0), null, null, 0))),
    toBase64url(Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(1, 2), 0))),
    toBase64url(Y.encodeRelativePosition(new Y.RelativePosition(null, null, Y.createID(9, 9), 0))),
    ...['', 'A', '____', 'a+b', 'AAAAAAAAAAAAAAAAAAAA', 7, null],
  ];
  for (const at of positions) {
    const anchor = readAnchor({'anchor.root': 'section:B', 'anchor.item': nowhere, 'anchor.at': at});
    assert.ok(anchor);
    const {afterIndex} = resolveAnchor({shared: doc}, anchor);
    assert.ok(afterIndex >= -1 && afterIndex <= 0, String(at));
  }
  assert.equal(doc.share.size, roots);
});
