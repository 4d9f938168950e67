import {diffIndices} from 'node-diff3';
import * as Y from 'yjs';
import type {PmJson} from '../prosemirror/pm-json.ts';
import {canonicalJson} from '../ydoc/canonical-json.ts';
import {readElement, readText} from '../ydoc/read-root.ts';
import {elementOf} from '../ydoc/write-items.ts';
import {rewordText} from './reword-text.ts';
import {isBlock, isFact, type Wording} from './wording.ts';

/**
 * Gives an item another wording and leaves alone whatever both say: who wrote it, and where anybody's caret stands in it. Its id,
 * its links and its lists stay. To be called in a transaction.
 */
export function rewordElement(element: Y.XmlElement, {facts, blocks}: Wording): void {
  rewordAttributes(element, facts, isFact);
  rewordChildren(element, blocks, child => child instanceof Y.XmlElement && isBlock({type: child.nodeName}));
}

/** Sets the attributes of an element; the ones that `isMeant` doesn't name stay. */
function rewordAttributes(
  element: Y.XmlElement,
  wanted: Readonly<Record<string, unknown>>,
  isMeant: (name: string) => boolean,
): void {
  const now: Readonly<Record<string, unknown>> = element.getAttributes();
  for (const name of Object.keys(now))
    if (isMeant(name) && wanted[name] === undefined) element.removeAttribute(name);
  for (const [name, value] of Object.entries(wanted)) {
    // Yjs types a value as text; a number or a switch is stored as what it is.
    if (value !== null && now[name] !== value) element.setAttribute(name, value as string);
  }
}

type Child = Y.XmlElement | Y.XmlText;
/** What is to stand at one place: an element, or runs of text that stand in one. */
type Wanted = PmJson | readonly PmJson[];

/** Sets the children of an element, of those that `isMeant` names. */
function rewordChildren(
  element: Y.XmlElement,
  content: readonly PmJson[],
  isMeant: (child: Child) => boolean,
): void {
  // Nothing else ever stands in an element of a plan.
  const all = element.toArray() as Child[];
  const children = all.filter(isMeant);
  const wanted = unitsOf(content);
  const hunks = diffIndices(children.map(saying), wanted.map(saidBy));
  // From the end, so that what comes before stays where it is.
  for (const {buffer1, buffer2} of hunks.reverse()) {
    const [old, young] = [children.slice(...span(buffer1)), wanted.slice(...span(buffer2))];
    const kept = Math.min(old.length, young.length);
    const next = children[buffer1[0] + buffer1[1]];
    for (const child of old.slice(kept)) element.delete(element.toArray().indexOf(child), 1);
    const at = next === undefined ? endOf(element, isMeant) : element.toArray().indexOf(next);
    if (young.length > kept) element.insert(at, young.slice(kept).map(made));
    for (const [index, child] of old.slice(0, kept).entries()) rewordChild(element, child, young[index]);
  }
}

function rewordChild(parent: Y.XmlElement, child: Child, wanted: Wanted | undefined): void {
  if (wanted === undefined) return;
  if (child instanceof Y.XmlText && isRuns(wanted)) rewordText(child, wanted);
  else if (child instanceof Y.XmlElement && !isRuns(wanted) && child.nodeName === wanted.type) {
    rewordAttributes(child, wanted.attrs ?? {}, () => true);
    rewordChildren(child, wanted.content ?? [], () => true);
  } else {
    const at = parent.toArray().indexOf(child);
    parent.delete(at, 1);
    parent.insert(at, [made(wanted)]);
  }
}

function span([from, length]: readonly [number, number]): [number, number] {
  return [from, from + length];
}

/** After the last child of the kind, so that words stay before links. */
function endOf(element: Y.XmlElement, isMeant: (child: Child) => boolean): number {
  return (element.toArray() as Child[]).findLastIndex(isMeant) + 1;
}

function unitsOf(content: readonly PmJson[]): Wanted[] {
  const units: (PmJson | PmJson[])[] = [];
  for (const one of content) {
    const last = units.at(-1);
    if (one.text === undefined) units.push(one);
    else if (last !== undefined && Array.isArray(last)) last.push(one);
    else units.push([one]);
  }
  return units;
}

function isRuns(wanted: Wanted): wanted is readonly PmJson[] {
  return Array.isArray(wanted);
}

function saying(child: Child): string {
  return canonicalJson(child instanceof Y.XmlText ? readText(child) : [readElement(child)]);
}

function saidBy(wanted: Wanted): string {
  return canonicalJson(isRuns(wanted) ? wanted : [wanted]);
}

function made(wanted: Wanted): Child {
  if (!isRuns(wanted)) return elementOf(wanted);
  const text = new Y.XmlText();
  rewordText(text, wanted);
  return text;
}
