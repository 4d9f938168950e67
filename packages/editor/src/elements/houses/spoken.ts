import {houseNames as say} from '../../words/en/house-names.ts';
import type {HouseItem} from './read-houses.ts';

/** All of a thing in words, to be read aloud. */
export function spoken({text, symbols, drawing, voiceNote}: HouseItem): string {
  const drawnWords = drawing === null ? [] : [drawing.alt === '' ? say.drawn : drawing.alt];
  const said = voiceNote === null ? [] : [voiceNote.alt === '' ? say.voice : voiceNote.alt];
  return [...symbols.map(({alt}) => alt), ...drawnWords, ...said, text].filter(Boolean).join('. ');
}
