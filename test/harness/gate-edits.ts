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
  /** Whether text may be cut inside a character of two code units, which no editor does. */
  readonly splitsPairs: boolean;
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

/** The words without formatting; one code unit is one position of the text. */
function wordsOf(text: Y.XmlText): string {
  const runs = text.toDelta() as readonly {readonly insert?: unknown}[];
  return runs.map(run => String(run.insert)).join('');
}

/** A position from the start up to the end. */
function position({dice, splitsPairs}: EditWorld, text: Y.XmlText): number {
  const words = wordsOf(text);
  const wanted = dice.below(words.length + 1);
  return !splitsPairs && /[\udc00-\udfff]/.test(words.charAt(wanted)) ? wanted - 1 : wanted;
}

const typeWords: Edit = (world, _doc, _root, item) => {
  const text = textOf(world.dice, item);
  text?.insert(position(world, text), world.dice.pick(WORDS) ?? 'z');
};

const deleteWords: Edit = (world, _doc, _root, item) => {
  const text = textOf(world.dice, item);
  if (text === null) return;
  const [start = 0, end = 0] = [position(world, text), position(world, text)].sort((a, b) => a - b);
  if (end > start) text.delete(start, end - start);
};

const format: Edit = (world, _doc, _root, item) => {
  const text = textOf(world.dice, item);
  if (text === null) return;
  const [start = 0, end = 0] = [position(world, text), position(world, text)].sort((a, b) => a - b);
  const mark = world.dice.pick<Record<string, object | null>>([
    {bold: {}},
    {italic: {}},
    {bold: null},
    {webLink: {href: 'https://example.org'}},
    {webLink: null},
  ]);
  if (end > start) text.format(start, end - start, mark ?? {});
};

const splitParagraph: Edit = (world, _doc, _root, item) => {
  const text = textOf(world.dice, item);
  const block = text?.parent;
  if (text === null || !(block instanceof Y.XmlElement)) return;
  const start = position(world, text);
  const rest = wordsOf(text).slice(start);
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
