import * as Y from 'yjs';
import type {RootName} from '@goldthread/schema';
import {elementsOf, type Dice, type Ids} from './gate-world.ts';

const WORDS = ['needs', 'time ', '😀', 'café', 'to rest', '\u{1F469}‍\u{1F467}', 'a', 'z'];
const TYPES: Partial<Record<RootName, readonly string[]>> = {
  'section:B': ['need', 'strength'],
  'sos:next': ['goal', 'step', 'bottomLine'],
  'section:F': ['provision'],
};

/** Which items an edit may touch, and where new ids come from. */
export interface EditWorld {
  readonly dice: Dice;
  readonly ids: Ids;
  mayTouch(id: string): boolean;
  /** Called with the id of each new item. */
  created(id: string): void;
}

type Edit = (world: EditWorld, doc: Y.Doc, root: RootName, item: Y.XmlElement) => void;

/** One random change of a root, of the kinds that an editor makes. */
export function edit(world: EditWorld, doc: Y.Doc, root: RootName): void {
  const items = elementsOf(doc, root).filter(item => world.mayTouch(String(item.getAttribute('id'))));
  const item = world.dice.pick(items);
  if (item === undefined || world.dice.below(10) === 0) {
    addItem(world, doc, root);
    return;
  }
  world.dice.pick(EDITS)?.(world, doc, root, item);
}

function addItem({dice, ids, created}: EditWorld, doc: Y.Doc, root: RootName): void {
  const item = new Y.XmlElement(dice.pick(TYPES[root] ?? []) ?? 'need');
  const id = ids.next();
  item.setAttribute('id', id);
  item.insert(0, [paragraph(dice.pick(WORDS) ?? '')]);
  const fragment = doc.getXmlFragment(root);
  fragment.insert(dice.below(fragment.length + 1), [item]);
  created(id);
}

function paragraph(words: string): Y.XmlElement {
  const element = new Y.XmlElement('paragraph');
  const text = new Y.XmlText();
  if (words !== '') text.insert(0, words);
  element.insert(0, [text]);
  return element;
}

function textOf(dice: Dice, item: Y.XmlElement): Y.XmlText | null {
  const texts = item.toArray().flatMap(child => (child instanceof Y.XmlElement ? child.toArray() : []));
  const text = dice.pick(texts);
  return text instanceof Y.XmlText ? text : null;
}

const typeWords: Edit = ({dice}, _doc, _root, item) => {
  const text = textOf(dice, item);
  text?.insert(dice.below(text.length + 1), dice.pick(WORDS) ?? 'z');
};

const deleteWords: Edit = ({dice}, _doc, _root, item) => {
  const text = textOf(dice, item);
  if (text === null || text.length === 0) return;
  const start = dice.below(text.length);
  text.delete(start, 1 + dice.below(Math.min(4, text.length - start)));
};

const format: Edit = ({dice}, _doc, _root, item) => {
  const text = textOf(dice, item);
  if (text === null || text.length === 0) return;
  const start = dice.below(text.length);
  const mark = dice.pick<Record<string, object | null>>([
    {bold: {}},
    {italic: {}},
    {bold: null},
    {webLink: {href: 'https://example.org'}},
    {webLink: null},
  ]);
  text.format(start, 1 + dice.below(text.length - start), mark ?? {});
};

const splitParagraph: Edit = ({dice}, _doc, _root, item) => {
  const text = textOf(dice, item);
  const block = text?.parent;
  if (text === null || !(block instanceof Y.XmlElement)) return;
  // A pair of surrogates is one character to every editor; half of one can't be sent.
  const words = text.toString();
  const wanted = dice.below(words.length + 1);
  const start = /[\udc00-\udfff]/.test(words.charAt(wanted)) ? wanted - 1 : wanted;
  const rest = words.slice(start);
  const index = item.toArray().indexOf(block);
  text.delete(start, text.length - start);
  if (index >= 0) item.insert(index + 1, [paragraph(rest)]);
};

const addBlock: Edit = ({dice}, _doc, _root, item) => {
  const list = new Y.XmlElement('bulletList');
  const entry = new Y.XmlElement('listItem');
  entry.insert(0, [paragraph('point')]);
  list.insert(0, [entry]);
  const block = dice.below(2) === 0 ? list : paragraph('more');
  item.insert(dice.below(item.length + 1), [block]);
};

const removeBlock: Edit = ({dice}, _doc, _root, item) => {
  if (item.length > 0) item.delete(dice.below(item.length), 1);
};

const setField: Edit = ({dice}, _doc, _root, item) => {
  const field = {need: 'impact', strength: 'source', goal: 'by', provision: 'place'}[item.nodeName];
  if (field === undefined) return;
  if (dice.below(4) === 0) item.removeAttribute(field);
  else item.setAttribute(field, `value ${dice.below(50)}`);
};

const addLink: Edit = ({dice}, doc, _root, item) => {
  if (item.nodeName !== 'need') return;
  const targets = elementsOf(doc, 'section:B').map(target => String(target.getAttribute('id')));
  const link = new Y.XmlElement('link');
  link.setAttribute('rel', 'evidence');
  link.setAttribute('to', dice.pick(targets) ?? '');
  item.insert(item.length, [link]);
};

const removeItem: Edit = ({dice}, doc, root, item) => {
  const fragment = doc.getXmlFragment(root);
  const index = fragment.toArray().indexOf(item);
  if (index >= 0 && dice.below(2) === 0) fragment.delete(index, 1);
};

const EDITS: readonly Edit[] = [
  typeWords,
  typeWords,
  typeWords,
  deleteWords,
  format,
  splitParagraph,
  addBlock,
  removeBlock,
  setField,
  addLink,
  removeItem,
];
