import type {NodeSpec} from 'prosemirror-model';
import type {MediaName} from './node-names.ts';

function nulls(names: readonly string[]): Record<string, {default: null}> {
  return Object.fromEntries(names.map(name => [name, {default: null}]));
}

function spoken(alt: unknown, fallback: string): string {
  return typeof alt === 'string' && alt !== '' ? alt : fallback;
}

function picture(className: string, label: string): [string, Record<string, string>] {
  return ['div', {class: className, role: 'img', 'aria-label': label}];
}

/**
 * What a child puts into an item: a drawing is made of strokes and stamps, each with its own author and undo step. A
 * stroke's text is base64 of 16-bit steps, no words. None is ever made from pasted HTML, which could name another
 * compartment's attachment.
 */
export const MEDIA_NODES: Readonly<Record<MediaName, NodeSpec>> = {
  drawing: {
    group: 'media',
    content: '(stroke | stamp)*',
    attrs: nulls(['alt']),
    atom: true,
    isolating: true,
    toDOM: node => picture('drawing', spoken(node.attrs.alt, 'A drawing')),
  },
  stroke: {
    content: 'text*',
    marks: '',
    attrs: nulls(['tool', 'colour', 'size']),
    code: true,
    toDOM: () => ['span', {hidden: ''}, 0],
  },
  stamp: {
    attrs: nulls(['symbol', 'x', 'y', 'scale']),
    atom: true,
    toDOM: () => ['span', {hidden: ''}],
  },
  symbol: {
    group: 'media',
    attrs: nulls(['symbol', 'alt']),
    atom: true,
    toDOM: node => picture('symbol', spoken(node.attrs.alt, 'A picture card')),
  },
  voiceNote: {
    group: 'media',
    attrs: nulls(['attachment', 'seconds', 'alt']),
    atom: true,
    // Words until somebody's page knows how to play it.
    toDOM: node => ['goldthread-voice', node.attrs, spoken(node.attrs.alt, 'A voice note')],
  },
};
