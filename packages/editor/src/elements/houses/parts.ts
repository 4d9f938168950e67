import {html, nothing, type TemplateResult} from 'lit';
import {houses as say} from '../../words/en/houses.ts';
import type {SymbolPack} from '@goldthread/schema/symbols';
import {drawn} from './drawn.ts';
import type {ChildHost} from './child-host.ts';
import {eyeIcon, talkIcon} from './icons.ts';
import {picture} from './picture.ts';
import type {HouseItem, HousesView, StoredVoice} from './read-houses.ts';

/** So many names stand in one line; more are counted, so that it stays a line. */
const MOST_NAMES = 3;

/**
 * Who sees something, in words that the child reads: whom the child shows it to, and who sees it because grown-ups decided so. It never
 * says that nobody else does, because a decision of which the child can't be told yet would make that a lie.
 */
export function seenWords(item: Pick<HouseItem, 'readers' | 'decided'>, houses: HousesView): string {
  const decided = namesIn(item.decided, houses);
  const more = decided.length === 0 ? '' : say.decided(say.and(decided));
  return [chosenWords(item.readers, houses), more].filter(Boolean).join(' ');
}

function namesIn(ids: readonly string[], {people}: HousesView): readonly string[] {
  return people.filter(({id}) => ids.includes(id)).map(({name}) => name);
}

function chosenWords(readers: HouseItem['readers'], houses: HousesView): string {
  if (readers === null) return say.everyone;
  const names = namesIn(readers, houses);
  if (names.length === 0) return say.onlyYou;
  return names.length > MOST_NAMES
    ? say.youAndSome(String(names.length))
    : say.canSee(say.and([say.you, ...names]));
}

/** The eye, with words beside it. */
export function eye(words: string): TemplateResult {
  return html`<p class="eye" role="status">${picture(eyeIcon)}<span>${words}</span></p>`;
}

/** What was said: its words and, where it is alone on the page, a button that plays it. */
function voice({attachment, alt}: StoredVoice, alone: Pick<ChildHost, 'sound'> | null): TemplateResult {
  return html`${picture(talkIcon, '0 0 48 48', 'symbol')}<span>${alt === '' ? say.voice : `“${alt}”`}</span>
    ${
      alone === null
        ? nothing
        : html`<goldthread-play .bring=${() => alone.sound(attachment)}></goldthread-play>`
    }`;
}

/** One thing of a house, alone on its page where `alone` brings what was said, as the child sees it. */
export function thing(
  item: HouseItem,
  pack: SymbolPack,
  alone: Pick<ChildHost, 'sound'> | null = null,
): TemplateResult {
  return html`<div class="thing ${alone === null ? '' : 'one'}">
    ${item.symbols.map(({symbol, alt}) => {
      const found = pack.symbols.find(({id}) => id === symbol);
      return html`${found === undefined ? nothing : picture(found.art, '0 0 48 48', 'symbol')}<span
          >${alt}</span
        >`;
    })}
    ${item.drawing === null ? nothing : html`${drawn(item.drawing, pack, say.drawn)}${item.drawing.alt === '' ? nothing : html`<span>“${item.drawing.alt}”</span>`}`}
    ${item.voiceNote === null ? nothing : voice(item.voiceNote, alone)}
    ${item.text === '' ? nothing : html`<span>${item.text}</span>`}
  </div>`;
}

/** All of a thing in words, to be read aloud. */
export function spoken({text, symbols, drawing, voiceNote}: HouseItem): string {
  const drawnWords = drawing === null ? [] : [drawing.alt === '' ? say.drawn : drawing.alt];
  const said = voiceNote === null ? [] : [voiceNote.alt === '' ? say.voice : voiceNote.alt];
  return [...symbols.map(({alt}) => alt), ...drawnWords, ...said, text].filter(Boolean).join('. ');
}
