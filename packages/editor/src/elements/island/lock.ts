import {html, type TemplateResult} from 'lit';

/** The shape that says private without a colour. */
export const lock: TemplateResult = html`<svg class="lock" viewBox="0 0 18 20" aria-hidden="true">
  <path d="M5 9V5.8a4 4 0 0 1 8 0V9" fill="none" stroke="currentColor" stroke-width="2" />
  <path fill="currentColor" fill-rule="evenodd" d="M2 8.6h14V19H2V8.6Zm6 3.4v4h2v-4H8Z" />
</svg>`;
