import {pathDataProblem} from './path-data.ts';

/** The soft colours that a picture may be filled with: names of tokens, so that the dark and a reader's own colours hold. */
export const FILLS = [
  'wall-good',
  'roof-good',
  'wall-worry',
  'roof-worry',
  'wall-dream',
  'roof-dream',
  'leaf',
  'glow',
  'sheet',
] as const;

/** One of the soft colours. */
export type Fill = (typeof FILLS)[number];

/** One stroke of a picture on a square of 48 by 48. Without a fill it is a line of the pen. */
export interface ArtPath {
  readonly d: string;
  readonly fill?: Fill;
}

/** One picture with its word. */
export interface PackSymbol {
  readonly id: string;
  readonly word: string;
  /** The id of one of the pack's categories. */
  readonly category: string;
  /** In the order of painting. */
  readonly art: readonly ArtPath[];
}

/** A set of pictures that a child may pick from: ours, or a school's own. Ids are unique within it. */
export interface SymbolPack {
  readonly name: string;
  readonly licence: string;
  readonly categories: readonly PackCategory[];
  readonly symbols: readonly PackSymbol[];
}

/** One page of a pack. */
export interface PackCategory {
  readonly id: string;
  readonly word: string;
}

/** What is wrong with a pack: where it stands, and a sentence that names it. */
export class SymbolPackProblem extends Error {
  /** Such as `symbols[3].art[0].d`; empty for the pack itself. */
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.name = 'SymbolPackProblem';
    this.path = path;
  }
}

/** The most that a pack may hold, so that a page with it stays quick. */
const MOST = {categories: 24, symbols: 500, art: 40, d: 4000, name: 80, id: 40, word: 40} as const;
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
const CONTROL = /\p{Cc}/u;

/**
 * Reads a school's own pack from parsed JSON. Throws a {@link SymbolPackProblem} for the first thing that is wrong.
 * Only names, words and path data are taken, each checked and put into an object of our own: no markup can come along.
 */
export function readSymbolPack(value: unknown): SymbolPack {
  const pack = fieldsAt('', value, ['name', 'licence', 'categories', 'symbols']);
  const name = textAt('name', pack.name, MOST.name);
  const licence = textAt('licence', pack.licence, MOST.name);
  const categories = listAt('categories', pack.categories, MOST.categories).map((one, index) =>
    readCategory(`categories[${index}]`, one),
  );
  refuseTwice('categories', categories);
  const known = new Set(categories.map(one => one.id));
  const symbols = listAt('symbols', pack.symbols, MOST.symbols).map((one, index) =>
    readSymbol(`symbols[${index}]`, one, known),
  );
  refuseTwice('symbols', symbols);
  return {name, licence, categories, symbols};
}

function readCategory(path: string, value: unknown): PackCategory {
  const {id, word} = fieldsAt(path, value, ['id', 'word']);
  return {id: idAt(`${path}.id`, id), word: textAt(`${path}.word`, word, MOST.word)};
}

function readSymbol(path: string, value: unknown, known: ReadonlySet<string>): PackSymbol {
  const {id, word, category, art} = fieldsAt(path, value, ['id', 'word', 'category', 'art']);
  const symbol = {
    id: idAt(`${path}.id`, id),
    word: textAt(`${path}.word`, word, MOST.word),
    category: idAt(`${path}.category`, category),
  };
  if (!known.has(symbol.category))
    throw problem(`${path}.category`, `: there is no category "${symbol.category}" in this pack`);
  const paths = listAt(`${path}.art`, art, MOST.art);
  return {...symbol, art: paths.map((one, index) => readArtPath(`${path}.art[${index}]`, one))};
}

function readArtPath(path: string, value: unknown): ArtPath {
  const fields = fieldsAt(path, value, ['d', 'fill']);
  const d = textAt(`${path}.d`, fields.d, MOST.d);
  const wrong = pathDataProblem(d);
  if (wrong !== null) throw problem(`${path}.d`, ` ${wrong}`);
  if (fields.fill === undefined) return {d};
  const fill = FILLS.find(one => one === fields.fill);
  if (fill !== undefined) return {d, fill};
  const names = FILLS.map(one => `"${one}"`).join(', ');
  throw problem(`${path}.fill`, ` must be one of ${names}${quoted(fields.fill)}`);
}

/** The fields of an object that may have no others. */
function fieldsAt(path: string, value: unknown, names: readonly string[]): Readonly<Record<string, unknown>> {
  if (value === undefined) throw problem(path, ' is missing');
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw problem(path, ' must be an object');
  const strange = Object.keys(value).find(key => !names.includes(key));
  if (strange !== undefined)
    throw problem(path === '' ? strange : `${path}.${strange}`, `: there is no field "${strange}" here`);
  return Object.fromEntries(Object.entries(value));
}

function listAt(path: string, value: unknown, most: number): readonly unknown[] {
  if (value === undefined) throw problem(path, ' is missing');
  if (!Array.isArray(value)) throw problem(path, ' must be a list');
  if (value.length === 0) throw problem(path, ' must not be empty');
  if (value.length > most) throw problem(path, ` is too long: at most ${most}`);
  return value;
}

function textAt(path: string, value: unknown, most: number): string {
  if (value === undefined) throw problem(path, ' is missing');
  if (typeof value !== 'string') throw problem(path, ' must be text');
  if (value.trim() === '') throw problem(path, ' must not be empty');
  if (value.length > most) throw problem(path, ` is too long: at most ${most}`);
  if (CONTROL.test(value)) throw problem(path, ' must be on one line');
  return value;
}

function idAt(path: string, value: unknown): string {
  const id = textAt(path, value, MOST.id);
  if (!ID.test(id)) throw problem(path, ` must be small letters, digits and hyphens, not "${id}"`);
  return id;
}

function refuseTwice(path: string, list: readonly {readonly id: string}[]): void {
  const again = list.findIndex((one, index) => list.findIndex(other => other.id === one.id) < index);
  const id = list[again]?.id;
  if (id !== undefined) throw problem(`${path}[${again}].id`, ` "${id}" is there twice`);
}

function problem(path: string, rest: string): SymbolPackProblem {
  return new SymbolPackProblem(path, `${path === '' ? 'The pack' : path}${rest}.`);
}

function quoted(value: unknown): string {
  return typeof value === 'string' && value.length <= 40 ? `, not "${value}"` : '';
}
