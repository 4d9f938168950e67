import {html, type TemplateResult} from 'lit';

/** Small pictures that stand beside their word, drawn in the colour of the text so that forced colours hold. */
export const marks = {
  tick: html`<svg class="mark tick" viewBox="0 0 18 18" aria-hidden="true">
    <path
      d="M2.5 9.6 7 14 15.5 4"
      fill="none"
      stroke="currentColor"
      stroke-width="2.2"
      stroke-linecap="round"
      stroke-linejoin="round"
    />
  </svg>`,
  wait: html`<svg class="mark wait" viewBox="0 0 18 18" aria-hidden="true">
    <circle cx="9" cy="9" r="7.3" fill="none" stroke="currentColor" stroke-width="1.8" />
    <circle cx="5.6" cy="9" r="1.1" fill="currentColor" />
    <circle cx="9" cy="9" r="1.1" fill="currentColor" />
    <circle cx="12.4" cy="9" r="1.1" fill="currentColor" />
  </svg>`,
  device: html`<svg class="mark device" viewBox="0 0 18 18" aria-hidden="true">
    <path d="M5 1.8h8v14.4H5Z" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linejoin="round" />
    <path d="M8 13.6h2" stroke="currentColor" stroke-width="1.6" stroke-linecap="round" />
  </svg>`,
  stop: html`<svg class="mark stop" viewBox="0 0 18 18" aria-hidden="true">
    <path
      fill="currentColor"
      fill-rule="evenodd"
      d="M9 .2 17.8 9 9 17.8.2 9 9 .2Zm-2.2 5.2L5.4 6.8 7.6 9l-2.2 2.2 1.4 1.4L9 10.4l2.2 2.2 1.4-1.4L10.4 9l2.2-2.2-1.4-1.4L9 7.6 6.8 5.4Z"
    />
  </svg>`,
  pen: html`<svg class="mark pen" viewBox="0 0 18 18" aria-hidden="true">
    <path
      d="M2.5 15.5 3.6 11l8.8-8.8 3.4 3.4L7 14.4l-4.5 1.1Z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linejoin="round"
    />
  </svg>`,
  plus: html`<svg class="mark plus" viewBox="0 0 18 18" aria-hidden="true">
    <path d="M9 2v14M2 9h14" stroke="currentColor" stroke-width="2.2" stroke-linecap="round" />
  </svg>`,
  check: html`<svg class="mark check" viewBox="0 0 18 18" aria-hidden="true">
    <path
      d="M9 1.5 17 16.5H1L9 1.5Z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.7"
      stroke-linejoin="round"
    />
    <path d="M9 6.8v4.4M9 13v1.4" stroke="currentColor" stroke-width="1.8" />
  </svg>`,
  lock: html`<svg class="mark lock" viewBox="0 0 18 20" aria-hidden="true">
    <path d="M5.2 9V6a3.8 3.8 0 0 1 7.6 0v3" fill="none" stroke="currentColor" stroke-width="2" />
    <path fill="currentColor" fill-rule="evenodd" d="M2.5 9h13v10h-13V9Zm5.7 3.2v3.600h1.600v-3.600H8.200Z" />
  </svg>`,
  eye: html`<svg class="mark eye" viewBox="0 0 18 18" aria-hidden="true">
    <path
      d="M1 9c2.2-3.6 5-5.400 8-5.400S14.800 5.400 17 9c-2.200 3.600-5 5.400-8 5.400S3.200 12.600 1 9Z"
      fill="none"
      stroke="currentColor"
      stroke-width="1.700"
      stroke-linejoin="round"
    />
    <circle cx="9" cy="9" r="2.300" fill="currentColor" />
  </svg>`,
} as const satisfies Record<string, TemplateResult>;
