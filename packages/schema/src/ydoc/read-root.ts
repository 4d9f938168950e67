import * as Y from 'yjs';
import type {PmJson, PmMark} from '../prosemirror/pm-json.ts';

/**
 * Reads a root as ProseMirror JSON. It never writes: the binding's own readers delete from the live document whatever
 * their schema can't build, for everyone. Unknown nodes and attributes are given as they stand.
 */
export function readRoot(fragment: Y.XmlFragment): PmJson[] {
  return fragment.toArray().flatMap(child => readChild(child));
}

/** Reads one element as ProseMirror JSON; see {@link readRoot}. */
export function readElement(element: Y.XmlElement): PmJson {
  const content = element.toArray().flatMap(child => readChild(child));
  const attrs = readAttributes(element);
  return {
    type: element.nodeName,
    ...(Object.keys(attrs).length > 0 && {attrs}),
    ...(content.length > 0 && {content}),
  };
}

function readChild(child: unknown): PmJson[] {
  if (isElement(child)) return [readElement(child)];
  return child instanceof Y.XmlText ? readText(child) : [];
}

function isElement(child: unknown): child is Y.XmlElement {
  return child instanceof Y.XmlElement;
}

function readAttributes(element: Y.XmlElement): Record<string, unknown> {
  const values: Record<string, unknown> = element.getAttributes();
  return Object.fromEntries(Object.entries(values).sort(([a], [b]) => (a < b ? -1 : 1)));
}

interface TextRun {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

/**
 * Reads a text. Joins neighbouring runs of equal formatting: redundant format markers split a run, and each client removes those in
 * its own time, so two copies with the same words would else be read differently.
 */
export function readText(text: Y.XmlText): PmJson[] {
  const nodes: PmJson[] = [];
  let previous = '';
  // Yjs types a delta as any; its runs are what this interface says.
  for (const run of text.toDelta() as readonly TextRun[]) {
    if (typeof run.insert !== 'string' || run.insert === '') continue;
    const marks = readMarks(run.attributes ?? {});
    const key = JSON.stringify(marks);
    const last = nodes.at(-1);
    if (last && key === previous) nodes[nodes.length - 1] = {...last, text: (last.text ?? '') + run.insert};
    else nodes.push({type: 'text', text: run.insert, ...(marks.length > 0 && {marks})});
    previous = key;
  }
  return nodes;
}

function readMarks(attributes: Readonly<Record<string, unknown>>): PmMark[] {
  return Object.keys(attributes)
    .sort()
    .flatMap(name => {
      const value = attributes[name];
      if (value === null || value === undefined) return [];
      const entries = typeof value === 'object' ? Object.entries(value) : [];
      const attrs = Object.fromEntries(
        entries.filter(([, one]) => one !== null).sort(([a], [b]) => (a < b ? -1 : 1)),
      );
      return [entries.length > 0 ? {type: name, attrs} : {type: name}];
    });
}
