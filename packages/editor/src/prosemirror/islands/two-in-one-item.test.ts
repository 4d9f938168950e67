import {newId, type ItemId} from '@goldthread/schema';
import {checkNode, type PmJson} from '@goldthread/schema/prosemirror';
import {connect, seededRandom} from '@goldthread/schema/testing';
import {canonicalJson, readElement, writeItems} from '@goldthread/schema/ydoc';
import {splitBlock} from 'prosemirror-commands';
import {TextSelection} from 'prosemirror-state';
import {Awareness} from 'y-protocols/awareness';
import * as Y from 'yjs';
import {equal} from '../../testing/assert.ts';
import type {EditableDoc} from '../../sync/editable-doc.ts';
import {ItemFactsEvent, type ItemEdit} from '../item-facts-event.ts';
import type {ItemEditor} from './item-editor.ts';
import {mountItem} from './mount-item.ts';

const SEEDS = 25;
const STEPS = 60;

class PlainDoc extends EventTarget implements EditableDoc {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;

  constructor(doc: Y.Doc) {
    super();
    this.doc = doc;
    this.awareness = new Awareness(doc);
  }

  mayWrite(): boolean {
    return true;
  }

  hold(): () => void {
    return () => undefined;
  }
}

interface Seat {
  readonly editor: ItemEditor;
  readonly element: Y.XmlElement;
  edit: ItemEdit | null;
  leave(): void;
}

async function sit(doc: Y.Doc): Promise<Seat> {
  const element = doc.getXmlFragment('items').get(0) as Y.XmlElement;
  const place = document.createElement('div');
  const facts = document.createElement('div');
  document.body.append(place, facts);
  const session = new PlainDoc(doc);
  const editor = mountItem(place, {
    docSession: session,
    element,
    itemId: element.getAttribute('id') as ItemId,
    itemType: 'harm',
    label: 'Private',
    people: () => [],
    emptyPrompt: '',
    mayWrite: () => true,
    facts,
    leave: () => false,
    remove: () => undefined,
  });
  const leave = (): void => {
    editor.destroy();
    session.awareness.destroy();
    place.remove();
    facts.remove();
  };
  const seat: Seat = {editor, element, edit: null, leave};
  facts.addEventListener(ItemFactsEvent.type, event => (seat.edit = event.edit));
  await Promise.resolve();
  return seat;
}

/** One thing that a person does in their editor. */
function act({editor, edit}: Seat, below: (bound: number) => number): void {
  const {view} = editor;
  const at = TextSelection.near(view.state.doc.resolve(below(view.state.doc.content.size + 1)));
  view.dispatch(view.state.tr.setSelection(at));
  switch (below(9)) {
    case 0:
    case 1:
    case 2:
      view.dispatch(view.state.tr.insertText('abcdefgh'.charAt(below(8))));
      break;
    case 3: {
      const {from, $from} = view.state.selection;
      const to = Math.min($from.end(), from + below(4));
      if (to > from) view.dispatch(view.state.tr.delete(from, to));
      break;
    }
    case 4:
      splitBlock(view.state, view.dispatch);
      break;
    case 5:
      edit?.setAttribute('source', ['the nurse', 'Gran', null][below(3)] ?? null);
      break;
    case 6:
      edit?.setAttribute('howOften', ['once', 'often', null][below(3)] ?? null);
      break;
    case 7:
      editor.undo();
      break;
    default:
      editor.redo();
  }
}

/** What a person sees, in the form in which a document holds it. */
function seen({editor}: Seat): string {
  const json = editor.view.state.doc.toJSON() as PmJson;
  const attrs = Object.fromEntries(Object.entries(json.attrs ?? {}).filter(([, value]) => value !== null));
  return canonicalJson([{...json, attrs}]);
}

suite('two people in one private item', () => {
  test('end with the same words and facts, on both screens and in both documents, whatever they did', async () => {
    for (let seed = 1; seed <= SEEDS; seed++) {
      const random = seededRandom(seed);
      const below = (bound: number): number => (random(1)[0] ?? 0) % bound;
      const docs = [new Y.Doc(), new Y.Doc()] as const;
      const id = newId<ItemId>(random);
      const words = {type: 'paragraph', content: [{type: 'text', text: 'What happened'}]};
      writeItems(
        docs[0],
        'items',
        [{type: 'harm', attrs: {id, date: '2026-05-14'}, content: [words]}],
        'test',
      );
      let disconnect: (() => void) | null = connect(...docs);
      const seats = [await sit(docs[0]), await sit(docs[1])] as const;
      for (let step = 0; step < STEPS; step++) {
        act(seats[below(2)] ?? seats[0], below);
        if (below(10) === 0) {
          disconnect?.();
          disconnect = disconnect === null ? connect(...docs) : null;
        }
      }
      disconnect ??= connect(...docs);
      const [mine, theirs] = seats.map(({element}) => canonicalJson([readElement(element)]));
      equal(theirs, mine, `seed ${seed}: the documents`);
      equal(seats.map(seen), [mine, mine], `seed ${seed}: the screens`);
      equal(checkNode(readElement(seats[0].element)), null, `seed ${seed}: what the gate would say`);
      equal(seats[0].element.getAttribute('id'), id);
      for (const seat of seats) seat.leave();
      disconnect();
    }
  });
});
