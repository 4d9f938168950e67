import type {SymbolPack} from '@goldthread/schema/symbols';
import {html, nothing, type TemplateResult} from 'lit';
import {houseNames as say} from '../../words/en/house-names.ts';
import type {ChildHost} from './child-host.ts';
import {drawn} from './drawn.ts';
import {picture} from './picture.ts';
import type {HouseItem, StoredVoice} from './read-houses.ts';
import {talkIcon} from './sound-icons.ts';

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
