import {html, nothing, svg, type SVGTemplateResult, type TemplateResult} from 'lit';
import type {Fill} from '@goldthread/schema/symbols';

/** One path of a picture: a flat colour where it has a fill, else a line of the pen. */
export interface Shape {
  readonly d: string;
  readonly fill?: Fill;
  readonly transform?: string;
}

/** A picture from back to front. */
export type Drawing = readonly Shape[];

/** A picture as an image that says nothing by itself: the words are beside it. */
export function picture(drawing: Drawing, viewBox = '0 0 48 48', name = ''): TemplateResult {
  return html`<svg class="picture ${name}" viewBox=${viewBox} aria-hidden="true" focusable="false">
    ${drawing.map(shape)}
  </svg>`;
}

/** One path of a picture. */
export function shape({d, fill, transform}: Shape): SVGTemplateResult {
  const name = fill === undefined ? 'pen' : `fill ${fill}`;
  return svg`<path class=${name} d=${d} transform=${transform ?? nothing}></path>`;
}
