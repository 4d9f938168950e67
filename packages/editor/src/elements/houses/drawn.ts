import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import {getStroke} from 'perfect-freehand';
import type {SymbolPack} from '@goldthread/schema/symbols';
import {shape} from './picture.ts';
import {decodePoints, type Point} from './points.ts';
import type {StoredDrawing, StoredStroke} from './read-houses.ts';

/** Inks of the child's pens, the same by day and by lamplight, as the drawing's paper is. */
export const INKS = {
  black: '#1e1b18',
  red: '#c8402c',
  blue: '#2f5fa8',
  green: '#3f7d3a',
  yellow: '#e0a91c',
  purple: '#77509f',
} as const;
export type Ink = keyof typeof INKS;

/** The paper of a drawing, in its own units. */
export const PAPER = {width: 1000, height: 620} as const;

/** A drawing as an image with the child's words for it. */
export function drawn(drawing: StoredDrawing, pack: SymbolPack, fallback: string): TemplateResult {
  const label = drawing.alt === '' ? fallback : drawing.alt;
  return html`<svg
    class="drawing"
    viewBox="0 0 ${PAPER.width} ${PAPER.height}"
    role="img"
    aria-label=${label}
  >
    ${marksOf(drawing, pack)}
  </svg>`;
}

/** Whether nothing of a drawing can be shown: it came as words alone, or with stamps of pictures that aren't here. */
export function isBlank({strokes, stamps}: StoredDrawing, pack: SymbolPack): boolean {
  return strokes.length === 0 && stamps.every(({symbol}) => pack.symbols.every(({id}) => id !== symbol));
}

/** The lines and stamps of a drawing, from back to front. */
export function marksOf({strokes, stamps}: StoredDrawing, pack: SymbolPack): SVGTemplateResult {
  return svg`${strokes.map(stroke)} ${stamps.map(({symbol, x, y, scale}) => {
    const found = pack.symbols.find(({id}) => id === symbol);
    if (found === undefined) return nothing;
    return svg`<g transform="translate(${x - 24 * scale} ${y - 24 * scale}) scale(${scale})">${found.art.map(shape)}</g>`;
  })}`;
}

function stroke({tool, colour, size, points}: StoredStroke): SVGTemplateResult {
  const line = decodePoints(points);
  const ink = INKS[colour as Ink] ?? INKS.black;
  const d = tool === 'fill' ? areaOf(line) : outlineOf(line, size);
  return svg`<path d=${d} fill=${ink} fill-opacity=${tool === 'fill' ? 0.55 : 1}></path>`;
}

/** The outline of a line of a pen. */
export function outlineOf(points: readonly Point[], size: number): string {
  const outline = getStroke([...points], {size: size * 2, thinning: 0.3, smoothing: 0.6, streamline: 0.4});
  const [first, ...rest] = outline;
  if (first === undefined) return '';
  return `M${at(first)}${rest.map(point => `L${at(point)}`).join('')}Z`;
}

/** All that a line goes round. */
function areaOf(points: readonly Point[]): string {
  const [first, ...rest] = points;
  if (first === undefined) return '';
  return `M${first.x} ${first.y}${rest.map(({x, y}) => `L${x} ${y}`).join('')}Z`;
}

function at([x = 0, y = 0]: readonly number[]): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
