import type {ArtPath, Fill, PackSymbol} from '@goldthread/schema/symbols';

/** A line of the pen. */
export const pen = (d: string): ArtPath => ({d});

/** A soft colour below the line. It lies a little off the line, as in a print. */
export const wash = (fill: Fill, d: string): ArtPath => ({d, fill});

/** The pictures of one category, each as its id, its word and its strokes. */
export function drawn(
  category: string,
  pictures: readonly (readonly [id: string, word: string, ...art: ArtPath[]])[],
): readonly PackSymbol[] {
  return pictures.map(([id, word, ...art]) => ({id, word, category, art}));
}
