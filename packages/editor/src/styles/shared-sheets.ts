import {unsafeCSS, type CSSResult} from 'lit';
import baseText from './base.css?inline';
import proseText from './prose.css?inline';
import tokensText from './tokens.css?inline';

/** Colours, sizes and spaces. An element that stands alone in a foreign page carries them; a parent's win otherwise. */
export const tokens: CSSResult = unsafeCSS(tokensText);

/** Headings, buttons, inputs and the focus ring, for the inside of every element. One sheet object for all. */
export const base: CSSResult = unsafeCSS(baseText);

/** The look of plan text, which lies in the light DOM so that names, find-in-page and reading aids work on it. */
export const prose: CSSResult = unsafeCSS(proseText);

/**
 * Adds a sheet to the document or shadow root that a node stands in, once. A constructed sheet is allowed under
 * `style-src 'self'`, which a `<style>` element is not.
 */
export function adoptInto(node: Node, sheet: CSSResult): void {
  const root = node.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return;
  const made = sheet.styleSheet;
  if (made === undefined || root.adoptedStyleSheets.includes(made)) return;
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, made];
}
