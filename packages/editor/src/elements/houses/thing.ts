import type {SymbolPack} from '@goldthread/schema/symbols';
import {html, nothing, type TemplateResult} from 'lit';
import {houseNames as say} from '../../words/en/house-names.ts';
import type {ChildHost} from './child-host.ts';
import {drawn, isBlank} from './drawn.ts';
import {picture} from './picture.ts';
import type {StoredDrawing, StoredVoice, ThingSaid} from './read-houses.ts';
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

/** A drawing and the child's words for it; the words alone where there is nothing to see. */
function onPaper(drawing: StoredDrawing, pack: SymbolPack): TemplateResult {
  const {alt} = drawing;
  if (isBlank(drawing, pack)) return html`<span>${say.drawnOnly(alt)}</span>`;
  return html`${drawn(drawing, pack, say.drawn)}${alt === '' ? nothing : html`<span>“${alt}”</span>`}`;
}

/** One thing of a house, alone on its page where `alone` brings what was said, as the child sees it. */
export function thing(
  item: ThingSaid,
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
    ${item.drawing === null ? nothing : onPaper(item.drawing, pack)}
    ${item.voiceNote === null ? nothing : voice(item.voiceNote, alone)}
    ${item.text === '' ? nothing : html`<span>${item.text}</span>`}
  </div>`;
}
