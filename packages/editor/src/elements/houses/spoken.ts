import {houseNames as say} from '../../words/en/house-names.ts';
import type {HouseItem, ThingSaid} from './read-houses.ts';

/** Where a thing is that has just changed its readers, and so its id. */
export function placeOf(items: readonly HouseItem[], before: HouseItem): number {
  return Math.max(
    0,
    items.findIndex(one => one.isMine && spoken(one) === spoken(before)),
  );
}

/** All of a thing in words, to be read aloud. */
export function spoken({text, symbols, drawing, voiceNote}: ThingSaid): string {
  const drawnWords = drawing === null ? [] : [drawing.alt === '' ? say.drawn : drawing.alt];
  const said = voiceNote === null ? [] : [voiceNote.alt === '' ? say.voice : voiceNote.alt];
  return [...symbols.map(({alt}) => alt), ...drawnWords, ...said, text].filter(Boolean).join('. ');
}
