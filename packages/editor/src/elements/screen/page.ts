import {html, nothing, type TemplateResult} from 'lit';

/** What stands on a screen at one time. One screen stays open from page to page, so that the focus never falls off it. */
export interface ScreenPage {
  /** "Step 2 of 9", above the heading. */
  readonly step?: string;
  readonly heading: string;
  readonly body: TemplateResult;
  /** What can be done, at the bottom where it is always in reach. */
  readonly acts: TemplateResult | null;
  readonly back: (() => void) | null;
}

/** A screen with a page on it. */
export function screenWith({step = '', heading, body, acts, back}: ScreenPage): TemplateResult {
  return html`<goldthread-screen
    .step=${step}
    .heading=${heading}
    ?has-acts=${acts !== null}
    .canGoBack=${back !== null}
    @back=${() => back?.()}
  >
    ${body}
    <p slot="acts" class="buttons">${acts ?? nothing}</p>
  </goldthread-screen>`;
}
