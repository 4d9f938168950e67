import {newId, type ItemId} from '@goldthread/schema';
import {readElement, writeItems} from '@goldthread/schema/ydoc';
import {sendKeys} from '@web/test-runner-commands';
import * as Y from 'yjs';
import {equal, ok, until} from '../../testing/assert.ts';
import {LocalDoc} from '../../testing/local-doc.ts';
import {ItemFactsEvent} from '../item-facts-event.ts';
import type {ItemEditor} from './item-editor.ts';
import {mountItem} from './mount-item.ts';

let note: Note | null = null;

interface Note {
  readonly editor: ItemEditor;
  readonly local: LocalDoc;
  readonly facts: HTMLElement;
  readonly told: readonly ItemFactsEvent[];
  own(): string;
  peer(): string;
  peerElement(): Y.XmlElement;
  remove(): void;
}

function firstOf(doc: Y.Doc): Y.XmlElement {
  const element = doc.getXmlFragment('items').get(0);
  if (!(element instanceof Y.XmlElement)) throw new Error('no item');
  return element;
}

function openNote(content: readonly string[], attrs: Record<string, unknown> = {}): Note {
  const local = new LocalDoc();
  const id = newId<ItemId>(length => crypto.getRandomValues(new Uint8Array(length)));
  writeItems(
    local.peer,
    'items',
    [
      {
        type: 'note',
        attrs: {
          id,
          'anchor.root': 'sos:worries',
          'anchor.item': '',
          'anchor.at': '',
          'anchor.quote': '',
          ...attrs,
        },
        content: content.map(text => ({
          type: 'paragraph',
          ...(text !== '' && {content: [{type: 'text', text}]}),
        })),
      },
    ],
    'test',
  );
  const place = document.createElement('div');
  const facts = document.createElement('div');
  const told: ItemFactsEvent[] = [];
  facts.addEventListener(ItemFactsEvent.type, event => told.push(event));
  document.body.append(place, facts);
  const editor = mountItem(place, {
    docSession: local,
    element: firstOf(local.doc),
    itemId: id,
    itemType: 'note',
    label: 'Private note',
    people: () => [],
    emptyPrompt: 'Write',
    mayWrite: () => true,
    facts,
    leave: () => false,
    remove: () => undefined,
  });
  return {
    editor,
    local,
    facts,
    told,
    own: () => JSON.stringify(readElement(firstOf(local.doc))),
    peer: () => JSON.stringify(readElement(firstOf(local.peer))),
    peerElement: () => firstOf(local.peer),
    remove: () => {
      editor.destroy();
      place.remove();
      facts.remove();
    },
  };
}

function textOf(element: Y.XmlElement, at: number): Y.XmlText {
  const paragraph = element.get(at);
  const text = paragraph instanceof Y.XmlElement ? paragraph.get(0) : null;
  if (!(text instanceof Y.XmlText)) throw new Error('no text');
  return text;
}

teardown(() => {
  note?.remove();
  note = null;
});

suite('the editor of one item', () => {
  test('typing reaches the peer and leaves the attributes alone', async () => {
    note = openNote(['one'], {source: 'nurse'});
    const before = note.peerElement().getAttributes();
    note.editor.focusAt('end');
    await sendKeys({type: ' two'});
    ok(note.peer().includes('one two'), note.peer());
    equal(note.peerElement().getAttributes(), before);
    equal(note.own(), note.peer());
  });

  test('a fact that somebody else sets is kept through the next key, and told', async () => {
    note = openNote(['one']);
    await until('told', () => note?.told.length === 1);
    note.peerElement().setAttribute('source', 'nurse');
    equal(note.told.at(-1)?.attributes, {source: 'nurse'});
    note.editor.focusAt('end');
    await sendKeys({type: '!'});
    equal(note.peerElement().getAttribute('source'), 'nurse');
    note.peerElement().removeAttribute('source');
    await sendKeys({type: '!'});
    equal(note.peerElement().getAttribute('source'), undefined);
    equal(note.own(), note.peer());
    ok(note.peer().includes('one!!'), note.peer());
  });

  test('a fact and words that come in one transaction are both kept', async () => {
    note = openNote(['one']);
    note.editor.focusAt('end');
    const element = note.peerElement();
    note.local.peer.transact(() => {
      element.setAttribute('source', 'nurse');
      textOf(element, 0).insert(0, 'There is ');
    });
    await sendKeys({type: ' more'});
    ok(note.peer().includes('There is one more') && note.peer().includes('nurse'), note.peer());
    equal(note.own(), note.peer());
  });

  test('own facts are set, undone and redone, also where there are no words', async () => {
    note = openNote([]);
    await until('told', () => note?.told.length === 1);
    const edit = note.told[0]?.edit;
    ok(edit?.setAttribute('source', 'nurse'), 'set');
    equal(note.peerElement().getAttribute('source'), 'nurse');
    equal(note.told.at(-1)?.attributes, {source: 'nurse'});
    ok(note.editor.undo(), 'undone');
    equal(note.peerElement().getAttribute('source'), undefined);
    equal(note.told.at(-1)?.attributes, {});
    ok(note.editor.redo(), 'redone');
    equal(note.peerElement().getAttribute('source'), 'nurse');
  });

  test('undo takes back what was typed here and nothing of the other', async () => {
    note = openNote(['one']);
    note.editor.focusAt('end');
    await sendKeys({type: ' two'});
    textOf(note.peerElement(), 0).insert(0, 'zero ');
    note.editor.undo();
    ok(note.peer().includes('"zero one"'), note.peer());
    note.editor.redo();
    ok(note.peer().includes('"zero one two"'), note.peer());
    equal(note.own(), note.peer());
  });

  test('Enter makes a paragraph, and an item without one gets it with the first key', async () => {
    note = openNote([]);
    note.editor.focus();
    await sendKeys({type: 'one'});
    await sendKeys({press: 'Enter'});
    await sendKeys({type: 'two'});
    equal(
      note
        .peerElement()
        .toArray()
        .map(child => (child as Y.XmlElement).nodeName),
      ['paragraph', 'paragraph'],
    );
    ok(note.peer().includes('one') && note.peer().includes('two'), note.peer());
  });
});
