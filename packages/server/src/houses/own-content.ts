import {checkNode, type PmJson} from '@goldthread/schema/prosemirror';
import {RequestProblem} from '../errors.ts';
import {paragraphOf} from '../withholding/index.ts';

/** A picture card that the child picked, and the word under it. */
export interface OwnSymbol {
  readonly symbol: string;
  readonly alt: string;
}

/** One line of a drawing; `points` is base64 of steps of 16 bits (ruling 21). */
export interface OwnStroke {
  readonly tool: string;
  readonly colour: string;
  readonly size: number;
  readonly points: string;
}

/** What the child drew, and the words for it that the child gave. */
export interface OwnDrawing {
  readonly alt: string;
  readonly strokes: readonly OwnStroke[];
  readonly stamps: readonly {
    readonly symbol: string;
    readonly x: number;
    readonly y: number;
    readonly scale: number;
  }[];
}

/** A recording that the child kept before, how long it is, and the words for it that the child gave. */
export interface OwnVoice {
  readonly attachment: string;
  readonly seconds: number;
  readonly alt: string;
}

/** What a child puts into a house at once: words, picture cards, a drawing, a recording, or any of them together. */
export interface OwnContent {
  readonly text: string;
  readonly symbols: readonly OwnSymbol[];
  readonly drawing: OwnDrawing | null;
  readonly voiceNote: OwnVoice | null;
}

/** The item as it stands in a document, without an id; it says when and how the child said it (domain 5.2, step 5). */
export function statementOf(content: OwnContent, day: string): PmJson {
  const {text, symbols, drawing, voiceNote} = content;
  const node: PmJson = {
    type: 'statement',
    attrs: {mode: modeOf(content), date: day},
    content: [
      ...(text === '' ? [] : text.split('\n').map(paragraphOf)),
      ...symbols.map(({symbol, alt}): PmJson => ({type: 'symbol', attrs: {symbol, alt}})),
      ...(drawing === null ? [] : [drawingOf(drawing)]),
      ...(voiceNote === null ? [] : [{type: 'voiceNote', attrs: {...voiceNote}}]),
    ],
  };
  if (node.content?.length === 0 || checkNode(node) !== null) throw new RequestProblem('BAD_REQUEST');
  return node;
}

/** How the child said it. */
function modeOf({symbols, drawing, voiceNote}: OwnContent): string {
  if (drawing !== null) return 'drawn';
  if (symbols.length > 0) return 'symbol';
  return voiceNote === null ? 'written' : 'verbatim';
}

/** The words of cards, drawings and recordings, which are read aloud. */
export function spokenIn({symbols, drawing, voiceNote}: OwnContent): string[] {
  const others = [drawing, voiceNote].flatMap(one => (one === null ? [] : [one.alt]));
  return [...symbols.map(({alt}) => alt), ...others];
}

function drawingOf({alt, strokes, stamps}: OwnDrawing): PmJson {
  return {
    type: 'drawing',
    attrs: {alt},
    content: [
      ...strokes.map(({points, ...attrs}): PmJson => ({
        type: 'stroke',
        attrs,
        content: [{type: 'text', text: points}],
      })),
      ...stamps.map((attrs): PmJson => ({type: 'stamp', attrs: {...attrs}})),
    ],
  };
}
