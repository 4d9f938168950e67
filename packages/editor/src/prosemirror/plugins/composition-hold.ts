import {Plugin} from 'prosemirror-state';

/** After a composition the browser still settles its text; edits of others wait this much longer, in milliseconds. */
const AFTER_COMPOSITION = 60;

/**
 * Holds other people's edits while a composition runs (Android keyboards, accents, Chinese and so on): an insert
 * beside the word being composed makes the browser write its first letters again.
 */
export function compositionHold(hold: () => () => void): Plugin {
  return new Plugin({
    view: view => {
      let release: (() => void) | null = null;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const start = (): void => {
        clearTimeout(timer);
        release ??= hold();
      };
      const letGo = (): void => {
        clearTimeout(timer);
        release?.();
        release = null;
      };
      const end = (): void => {
        timer = setTimeout(letGo, AFTER_COMPOSITION);
      };
      view.dom.addEventListener('compositionstart', start);
      view.dom.addEventListener('compositionend', end);
      return {
        destroy: () => {
          view.dom.removeEventListener('compositionstart', start);
          view.dom.removeEventListener('compositionend', end);
          letGo();
        },
      };
    },
  });
}
