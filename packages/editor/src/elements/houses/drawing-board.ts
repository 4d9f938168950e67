import {INKS, PAPER, type Ink} from './drawn.ts';
import {decodePoints, encodePoints, type Point} from './points.ts';
import type {StoredDrawing, StoredStamp, StoredStroke} from './read-houses.ts';

/** What a press on the paper does. */
export const TOOLS = ['pen', 'fill', 'rubber', 'stamp'] as const;
export type Tool = (typeof TOOLS)[number];

export const SIZES = {small: 5, middle: 11, big: 22} as const;
export type Size = keyof typeof SIZES;

/** Pictures that can be put on a drawing by one press. */
export const STAMPS = ['happy', 'sad', 'scared', 'home', 'friend', 'more'] as const;

/** How far from a line a press still means that line, in units of the paper. */
const REACH = 26;
/** Points of a line that lie nearer to each other are one: nobody sees the difference, and a drawing stays small. */
const NEAREST = 2.5;
/** As many points as one stored line may have: 8 kB of base64. */
const MOST_POINTS = 1500;
const STAMP_SCALE = 3;

type Step = (drawing: StoredDrawing) => StoredDrawing;

/** One drawing on its way: each press adds a step, and undo takes the last one back. Nothing here touches the page. */
export class DrawingBoard {
  tool: Tool = 'pen';
  ink: Ink = 'black';
  size: Size = 'middle';
  stamp = 0;
  #past: StoredDrawing[] = [];
  #drawing: StoredDrawing;
  #line: Point[] = [];

  /** Goes on with a drawing, if there is one. */
  constructor(drawing: StoredDrawing = {alt: '', strokes: [], stamps: []}) {
    this.#drawing = drawing;
  }

  get drawing(): StoredDrawing {
    return this.#drawing;
  }

  get isEmpty(): boolean {
    return this.#drawing.strokes.length + this.#drawing.stamps.length === 0;
  }

  get mayUndo(): boolean {
    return this.#past.length > 0;
  }

  /** The line that is being drawn now; `null` where none is. */
  get underWay(): StoredStroke | null {
    return this.#line.length === 0 ? null : this.#strokeOf(this.#line);
  }

  get isDown(): boolean {
    return this.#line.length > 0;
  }

  /** The next of the tools, inks, sizes or stamps, so that one button is enough for all of them. */
  turn(what: 'tool' | 'ink' | 'size' | 'stamp'): void {
    if (what === 'tool') this.tool = after(TOOLS, this.tool);
    if (what === 'ink') this.ink = after(Object.keys(INKS) as Ink[], this.ink);
    if (what === 'size') this.size = after(Object.keys(SIZES) as Size[], this.size);
    if (what === 'stamp') this.stamp = (this.stamp + 1) % STAMPS.length;
  }

  /** The pen, or whatever is in its place, touches the paper. */
  down(point: Point): void {
    if (this.tool === 'pen') this.#line = [point];
    if (this.tool === 'stamp')
      this.#do(({stamps, ...rest}) => ({...rest, stamps: [...stamps, this.#stampAt(point)]}));
    if (this.tool === 'rubber') this.#rub(point);
    if (this.tool === 'fill') this.#fillAt(point);
  }

  move(point: Point): void {
    const last = this.#line.at(-1);
    if (last === undefined || distance(last, point) < NEAREST) return;
    this.#line.push(point);
    // A longer line goes on as another one from where it is.
    if (this.#line.length < MOST_POINTS) return;
    this.up();
    this.#line = [point];
  }

  up(): void {
    if (this.#line.length === 0) return;
    const stroke = this.#strokeOf(this.#line);
    this.#line = [];
    this.#do(({strokes, ...rest}) => ({...rest, strokes: [...strokes, stroke]}));
  }

  undo(): void {
    const before = this.#past.pop();
    if (before !== undefined) this.#drawing = {...before, alt: this.#drawing.alt};
  }

  /** The child's words for it. */
  name(alt: string): void {
    this.#drawing = {...this.#drawing, alt};
  }

  #do(step: Step): void {
    this.#past.push(this.#drawing);
    this.#drawing = step(this.#drawing);
  }

  #strokeOf(line: readonly Point[]): StoredStroke {
    return {tool: 'pen', colour: this.ink, size: SIZES[this.size], points: encodePoints(line)};
  }

  #stampAt({x, y}: Point): StoredStamp {
    return {symbol: STAMPS[this.stamp] ?? STAMPS[0], x, y, scale: STAMP_SCALE};
  }

  /** Takes away the topmost thing that lies there. */
  #rub(point: Point): void {
    const {strokes, stamps} = this.#drawing;
    const stamp = stamps.findLastIndex(one => distance(one, point) < 24 * one.scale);
    if (stamp !== -1) return this.#do(rest => ({...rest, stamps: stamps.toSpliced(stamp, 1)}));
    const stroke = strokes.findLastIndex(one => touches(one, point));
    if (stroke !== -1) this.#do(rest => ({...rest, strokes: strokes.toSpliced(stroke, 1)}));
  }

  /** Colours in what the smallest line round a point goes round; that lies behind the lines. */
  #fillAt(point: Point): void {
    const around = this.#drawing.strokes
      .filter(({tool, points}) => tool === 'pen' && isInside(decodePoints(points), point))
      .toSorted((a, b) => sizeOf(a) - sizeOf(b))[0];
    const points = around === undefined ? encodePoints(WHOLE) : around.points;
    const area: StoredStroke = {tool: 'fill', colour: this.ink, size: 1, points};
    this.#do(({strokes, ...rest}) => ({
      ...rest,
      strokes: [area, ...strokes.filter(one => one.tool !== 'fill' || one.points !== points)],
    }));
  }
}

const WHOLE: readonly Point[] = [
  {x: 0, y: 0},
  {x: PAPER.width, y: 0},
  {x: PAPER.width, y: PAPER.height},
  {x: 0, y: PAPER.height},
];

function after<T>(all: readonly T[], one: T): T {
  return all[(all.indexOf(one) + 1) % all.length] ?? one;
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function touches({tool, points}: StoredStroke, point: Point): boolean {
  const line = decodePoints(points);
  return tool === 'fill' ? isInside(line, point) : line.some(one => distance(one, point) < REACH);
}

function sizeOf({points}: StoredStroke): number {
  const line = decodePoints(points);
  const xs = line.map(({x}) => x);
  const ys = line.map(({y}) => y);
  return (Math.max(...xs) - Math.min(...xs)) * (Math.max(...ys) - Math.min(...ys));
}

/** Whether a point lies within a line that is closed from its end to its start. */
function isInside(line: readonly Point[], {x, y}: Point): boolean {
  let inside = false;
  for (let at = 0, before = line.length - 1; at < line.length; before = at, at += 1) {
    const [a, b] = [line[at], line[before]];
    if (a === undefined || b === undefined) continue;
    const crosses = a.y > y !== b.y > y && x < ((b.x - a.x) * (y - a.y)) / (b.y - a.y) + a.x;
    if (crosses) inside = !inside;
  }
  return inside;
}
