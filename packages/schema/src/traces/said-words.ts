import {plainText} from '../base/words.ts';
import type {PmJson} from '../prosemirror/pm-json.ts';

/** What holds no words of its own, but perhaps words for it. */
const PICTURES: ReadonlySet<string> = new Set(['drawing', 'symbol', 'voiceNote']);

/**
 * The words of an item of a child's, a line each: what was said or written, or else the words that the child gave a drawing, a
 * picture or a recording. Empty where there are none.
 */
export function saidWords({content = []}: PmJson): string {
  const written = content.filter(({type}) => !PICTURES.has(type)).map(textOf);
  const lines = written.filter(line => line !== '');
  return (lines.length > 0 ? lines : content.map(wordsFor).filter(line => line !== '')).join('\n');
}

/** Whether two texts are the same words, however they are spaced and punctuated. */
export function areSameWords(one: string, other: string): boolean {
  const words = plainText(one);
  return words !== '' && words === plainText(other);
}

function textOf({text, content = []}: PmJson): string {
  const isLine = content.some(child => child.text !== undefined);
  return (
    text ??
    content
      .map(textOf)
      .filter(Boolean)
      .join(isLine ? '' : ' ')
  );
}

function wordsFor({type, attrs}: PmJson): string {
  const alt = PICTURES.has(type) ? attrs?.['alt'] : undefined;
  return typeof alt === 'string' ? alt.trim() : '';
}
