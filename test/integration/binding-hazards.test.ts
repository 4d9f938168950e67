import assert from 'node:assert/strict';
import {describe, test} from 'node:test';
import {planSchema} from '@goldthread/schema/prosemirror';
import {Schema, type NodeSpec} from 'prosemirror-model';
import {Plugin} from 'prosemirror-state';
// eslint-disable-next-line no-restricted-imports -- hazard 3 shows why it is
import {yXmlFragmentToProseMirrorRootNode} from 'y-prosemirror';
import {yXmlFragmentToProsemirrorJSON, ySyncPluginKey} from 'y-prosemirror';
import * as Y from 'yjs';
import {BareView} from '../harness/bare-view.ts';
import {copyOf, docOf, exchange, markup, outcomeOf, root, words} from '../harness/hazard-docs.ts';

/**
 * Five ways in which the binding of ProseMirror to Yjs loses words, each as small as it can be; three of Yjs itself
 * stand in `yjs-hazards.test.ts`. An upgrade that mends one makes its test fail, and then the code that goes round it
 * can go too.
 */
const paragraph: NodeSpec = {content: 'text*', group: 'block'};
const outcome: NodeSpec = {content: 'paragraph*', group: 'block'};
const text: NodeSpec = {};

const WIDE = new Schema({nodes: {doc: {content: 'block*'}, outcome, paragraph, text}});
const NARROW = new Schema({nodes: {doc: {content: 'block*'}, paragraph, text}});

describe('hazard 1: an older schema destroys content for everybody', () => {
  test('opening a view that lacks a node deletes that node from the shared document', () => {
    const doc = docOf(1, outcomeOf(words('Jory asks for help')), words('after'));
    const view = new BareView(root(doc), NARROW);
    assert.equal(markup(doc), '<paragraph>after</paragraph>');
    view.destroy();
  });
});

describe('hazard 2: a content expression that requires something destroys it when two people delete', () => {
  function afterTwoDeletions(content: string): string {
    const strict = new Schema({
      nodes: {doc: {content: 'outcome*'}, outcome: {content}, title: {content: 'text*'}, paragraph, text},
    });
    const title = new Y.XmlElement('title');
    title.insert(0, [new Y.XmlText('Asking')]);
    const one = docOf(1, outcomeOf(title, words('first'), words('second')));
    const other = copyOf(one, 2);
    for (const [doc, at] of [
      [one, 1],
      [other, 2],
    ] as const) {
      const [item] = root(doc).toArray();
      assert.ok(item instanceof Y.XmlElement);
      item.delete(at, 1);
    }
    exchange(one, other);
    const view = new BareView(root(one), strict);
    view.destroy();
    return markup(one);
  }

  test('with one paragraph required, the whole item is gone after the merge', () => {
    assert.equal(afterTwoDeletions('title paragraph+'), '');
  });

  test('with nothing required, the title stays', () => {
    assert.equal(afterTwoDeletions('title paragraph*'), '<outcome><title>Asking</title></outcome>');
  });

  test('no node of the plan’s own schema requires any content or any attribute', () => {
    for (const type of Object.values(planSchema.nodes)) {
      assert.ok(type.contentMatch.validEnd, type.name);
      assert.equal(type.hasRequiredAttrs(), false, type.name);
    }
  });
});

describe('hazard 3: reading can delete', () => {
  test('the reader of the binding deletes what its schema lacks', () => {
    const doc = docOf(1, outcomeOf(words('Jory asks for help')), words('after'));
    yXmlFragmentToProseMirrorRootNode(root(doc), NARROW);
    assert.equal(markup(doc), '<paragraph>after</paragraph>');
  });

  test('reading by way of JSON deletes nothing and throws', () => {
    const doc = docOf(1, outcomeOf(words('Jory asks for help')), words('after'));
    const before = markup(doc);
    const json: unknown = yXmlFragmentToProsemirrorJSON(root(doc));
    assert.throws(() => NARROW.nodeFromJSON(json), /Unknown node type: outcome/);
    assert.equal(markup(doc), before);
  });
});

describe('hazard 4: filtering a sync transaction reverts other people’s work', () => {
  test('a refused remote change is taken out for everybody by the next key', () => {
    const doc = docOf(1, words('one'));
    let refusing = false;
    const filter = new Plugin({filterTransaction: () => !refusing});
    const view = new BareView(root(doc), WIDE, [filter]);
    const remote = copyOf(doc, 2);
    const [element] = root(remote).toArray();
    assert.ok(element instanceof Y.XmlElement);
    const [line] = element.toArray();
    assert.ok(line instanceof Y.XmlText);
    line.insert(3, ' REMOTE');
    refusing = true;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(remote));
    refusing = false;
    assert.equal(markup(doc), '<paragraph>one REMOTE</paragraph>');
    assert.equal(view.doc.textContent, 'one');
    view.type(1, 'x');
    assert.equal(markup(doc), '<paragraph>xone</paragraph>');
    view.destroy();
  });
});

describe('hazard 5: appending to a sync transaction diverges, then duplicates', () => {
  /** Adds a closing paragraph where none is. */
  const sign = (): Plugin =>
    new Plugin({
      appendTransaction: (transactions, _, state) => {
        const isRemote = transactions.some(tr => tr.getMeta(ySyncPluginKey) !== undefined);
        const isSigned = state.doc.lastChild?.textContent === 'signed';
        if (!isRemote || isSigned || state.doc.childCount === 0) return null;
        return state.tr.insert(state.doc.content.size, WIDE.node('paragraph', null, WIDE.text('signed')));
      },
    });

  test('two views show a block that the document has not, and two of them once both have typed', () => {
    const source = docOf(3, words('one'));
    const docs = [copyOf(source, 1), copyOf(source, 2)] as const;
    const views = docs.map(doc => new BareView(root(doc), WIDE, [sign()]));
    const [line] = root(source).toArray();
    assert.ok(line instanceof Y.XmlElement);
    line.push([new Y.XmlText(' more')]);
    for (const doc of docs) Y.applyUpdate(doc, Y.encodeStateAsUpdate(source));
    for (const view of views) assert.match(view.doc.textContent, /signed$/);
    for (const doc of docs) assert.doesNotMatch(markup(doc), /signed/);
    for (const view of views) view.type(1, 'x');
    exchange(...docs);
    assert.equal(markup(docs[0]).match(/signed/g)?.length, 2);
    for (const view of views) view.destroy();
  });
});
