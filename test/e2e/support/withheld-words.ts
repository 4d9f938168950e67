import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {ROOT} from '../../runner/command.ts';

/** So many words in a row are nobody else's by chance. */
const IN_A_ROW = 5;

interface FileItem {
  /** Words alone, or a list of paragraphs. */
  readonly text?: unknown;
  readonly audience?: string | readonly string[];
  readonly notWith?: readonly string[];
}

/** Words of an example plan that one of its people doesn't receive, and that another one does. */
export function wordsKeptFrom(example: 'jory' | 'kez', key: string, readBy?: string): string[] {
  const path = resolve(ROOT, `packages/schema/examples/${example}.json`);
  const items = itemsIn(JSON.parse(readFileSync(path, 'utf8')));
  const open = items.filter(item => receives(item, key)).map(({text}) => plain(text));
  const kept = items.filter(item => !receives(item, key) && (readBy === undefined || receives(item, readBy)));
  const rows = kept.flatMap(({text}) => rowsOf(plain(text)));
  return [...new Set(rows)].filter(row => row !== '' && !open.some(text => text.includes(row)));
}

function receives({audience = [], notWith = []}: FileItem, key: string): boolean {
  return (
    (audience === 'everyone' || audience.length === 0 || audience.includes(key)) && !notWith.includes(key)
  );
}

/** All strings in a value that are words. */
function plain(text: unknown): string {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.map(plain).join(' ');
  return typeof text === 'object' && text !== null ? plain(Object.values(text)) : '';
}

/** Every few words in a row; a short text whole. */
function rowsOf(text: string): string[] {
  const words = text.split(' ');
  if (words.length <= IN_A_ROW) return [text];
  return words.slice(IN_A_ROW - 1).map((_word, at) => words.slice(at, at + IN_A_ROW).join(' '));
}

function itemsIn(value: unknown): FileItem[] {
  if (Array.isArray(value)) return value.flatMap(itemsIn);
  if (typeof value !== 'object' || value === null) return [];
  const isItem = 'type' in value && 'id' in value;
  return [...(isItem ? [value as FileItem] : []), ...Object.values(value).flatMap(itemsIn)];
}
