import type {MarkSpec} from 'prosemirror-model';
import type {MarkName} from './node-names.ts';
import type {PastedTag} from './pasted-tag.ts';
import {isSafeHref} from './safe-href.ts';

const LANGUAGE = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Some programs wrap all that they copy in `<b style="font-weight: normal">`, which means nothing. */
function says(dom: PastedTag, property: string): boolean {
  return new RegExp(`${property}\\s*:\\s*normal`).test(dom.getAttribute('style') ?? '');
}

/** Formatting of text. Language is formatting too, so that a screen reader says each word in its own language. */
export const MARK_SPECS: Readonly<Record<MarkName, MarkSpec>> = {
  bold: {
    parseDOM: [{tag: 'strong'}, {tag: 'b', getAttrs: (dom: PastedTag) => !says(dom, 'font-weight') && null}],
    toDOM: () => ['strong', 0],
  },
  italic: {
    parseDOM: [{tag: 'em'}, {tag: 'i', getAttrs: (dom: PastedTag) => !says(dom, 'font-style') && null}],
    toDOM: () => ['em', 0],
  },
  webLink: {
    attrs: {href: {default: null}},
    inclusive: false,
    parseDOM: [
      {
        tag: 'a[href]',
        getAttrs: (dom: PastedTag) => {
          const href = dom.getAttribute('href');
          return isSafeHref(href) && href.length <= 500 ? {href} : false;
        },
      },
    ],
    toDOM: mark =>
      isSafeHref(mark.attrs.href)
        ? ['a', {href: mark.attrs.href, rel: 'noopener noreferrer nofollow', target: '_blank'}, 0]
        : ['span', 0],
  },
  language: {
    attrs: {code: {default: null}},
    parseDOM: [
      {
        tag: 'span[lang]',
        getAttrs: (dom: PastedTag) => {
          const code = dom.getAttribute('lang') ?? '';
          return LANGUAGE.test(code) && {code};
        },
      },
    ],
    toDOM: mark => ['span', {lang: String(mark.attrs.code ?? '')}, 0],
  },
};
