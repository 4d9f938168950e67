/** The three houses, as the page calls them. */
export const HOUSES = ['good', 'worries', 'dreams'] as const;
export type House = (typeof HOUSES)[number];

/** A line or a filled shape of a drawing, as it is stored. */
export interface StoredStroke {
  readonly tool: string;
  readonly colour: string;
  readonly size: number;
  /** Base64 of steps of 16 bits. */
  readonly points: string;
}

/** A picture that was put on a drawing; places go from 0 to 1000. */
export interface StoredStamp {
  readonly symbol: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What a child drew. */
export interface StoredDrawing {
  readonly alt: string;
  readonly strokes: readonly StoredStroke[];
  readonly stamps: readonly StoredStamp[];
}

/** Something that a child said. */
export interface StoredVoice {
  readonly attachment: string;
  readonly seconds: number;
  readonly alt: string;
}

/** What a thing in a house says. */
export interface ThingSaid {
  readonly text: string;
  readonly symbols: readonly {readonly symbol: string; readonly alt: string}[];
  readonly drawing: StoredDrawing | null;
  readonly voiceNote: StoredVoice | null;
}

/** One thing in a house. */
export interface HouseItem extends ThingSaid {
  readonly id: string;
  readonly root: string;
  /** Whom the child chose to read it; `null` is everybody on the plan. */
  readonly readers: readonly string[] | null;
  /** Who reads it because adults decided so, once the child was told. */
  readonly decided: readonly string[];
  /** Who decided it. */
  readonly decidedBy: readonly string[];
  /** Grown-ups opened it to everybody and the child was told: choosing fewer doesn't close it. */
  readonly isOpened: boolean;
  /** Who the child says should not see it. */
  readonly notWith: readonly string[];
  readonly isMine: boolean;
  /** Who wrote it for the child, who hasn't said yet that it is right; empty where there is nothing to ask. */
  readonly isRightOf: string;
  /** That the child called for help with it. */
  readonly help: HouseHelp | null;
}

/** What became of a call for help: who was asked, whether they are late, and who has read it and decided how to help. */
export interface HouseHelp {
  readonly asked: readonly string[];
  readonly isLate: boolean;
  readonly readBy: string | null;
}

/** Somebody whom the child can choose. */
export interface HousePerson {
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
  readonly lead: boolean;
}

/** How a child of an age is met: more pictures, more words, or lists. */
export type Band = 'young' | 'middle' | 'teen';

/** All that the child's page shows. */
export interface HousesView {
  readonly childName: string;
  readonly band: Band;
  /** False while the server isn't sure who sits here: then nothing can be written. */
  readonly isSure: boolean;
  /** What the child calls the houses, where the child chose a name. */
  readonly names: Readonly<Partial<Record<House, string>>>;
  /** The house that the child picked first. */
  readonly first: House | null;
  readonly people: readonly HousePerson[];
  readonly things: readonly HouseItem[];
  /** Who has a session with the child that goes on. */
  readonly withYou: readonly string[];
  /** Who would be asked if the child called for help. */
  readonly helpers: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

export function rootOf(house: House): string {
  return `house:${house}`;
}

/** Reads the answer to `GET /api/plans/:plan/houses`; `null` if it isn't one. What is missing in a part counts as empty. */
export function readHouses(body: unknown): HousesView | null {
  const {child, isSure, names, first, people, things, helpers, withYou} = fieldsOf(body);
  const {calledName, band} = fieldsOf(child);
  if (typeof calledName !== 'string' || !Array.isArray(things)) return null;
  return {
    childName: calledName,
    band: band === 'young' || band === 'teen' ? band : 'middle',
    isSure: isSure === true,
    names: Object.fromEntries(
      HOUSES.flatMap(house => {
        const name = text(fieldsOf(names), rootOf(house));
        return name === '' ? [] : [[house, name]];
      }),
    ),
    first: HOUSES.find(house => rootOf(house) === first) ?? null,
    people: listOf(people).map(one => ({
      id: text(one, 'id'),
      name: text(one, 'name'),
      relationship: text(one, 'relationship'),
      lead: one['lead'] === true,
    })),
    things: listOf(things).map(readItem),
    helpers: idsIn(helpers),
    withYou: idsIn(withYou),
  };
}

function readItem(one: Fields): HouseItem {
  const {symbols, drawing, voiceNote, readers, help} = one;
  return {
    id: text(one, 'id'),
    root: text(one, 'root'),
    text: text(one, 'text'),
    symbols: listOf(symbols).map(card => ({symbol: text(card, 'symbol'), alt: text(card, 'alt')})),
    drawing: drawing === null || drawing === undefined ? null : readDrawing(fieldsOf(drawing)),
    voiceNote: voiceNote === null || voiceNote === undefined ? null : readVoice(fieldsOf(voiceNote)),
    readers: Array.isArray(readers) ? idsIn(readers) : null,
    decided: idsIn(one['decided']),
    decidedBy: idsIn(one['decidedBy']),
    isOpened: one['isOpened'] === true,
    notWith: idsIn(one['notWith']),
    isMine: one['isMine'] === true,
    isRightOf: text(one, 'isRightOf'),
    help: help === null || help === undefined ? null : readHelp(fieldsOf(help)),
  };
}

function readVoice(one: Fields): StoredVoice {
  return {attachment: text(one, 'attachment'), seconds: number(one, 'seconds'), alt: text(one, 'alt')};
}

function readHelp(one: Fields): HouseHelp {
  const readBy = text(one, 'readBy');
  return {
    asked: idsIn(one['asked']),
    isLate: one['isLate'] === true,
    readBy: readBy === '' ? null : readBy,
  };
}

function idsIn(value: unknown): string[] {
  return Array.isArray(value) ? value.filter(id => typeof id === 'string') : [];
}

function readDrawing(one: Fields): StoredDrawing {
  return {
    alt: text(one, 'alt'),
    strokes: listOf(one['strokes']).map(line => ({
      tool: text(line, 'tool'),
      colour: text(line, 'colour'),
      size: number(line, 'size'),
      points: text(line, 'points'),
    })),
    stamps: listOf(one['stamps']).map(stamp => ({
      symbol: text(stamp, 'symbol'),
      x: number(stamp, 'x'),
      y: number(stamp, 'y'),
      scale: number(stamp, 'scale'),
    })),
  };
}

function fieldsOf(value: unknown): Fields {
  // Any object can be asked for any field; what it holds stays unknown.
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}

function text(one: Fields, name: string): string {
  const value = one[name];
  return typeof value === 'string' ? value : '';
}

function number(one: Fields, name: string): number {
  const value = one[name];
  return typeof value === 'number' ? value : 0;
}
