import type {Stance} from '@goldthread/schema';
import {html, type TemplateResult} from 'lit';

/** A shape for each stance, beside its word: the shape alone tells them apart, without colour. */
export const stanceMarks: Readonly<Record<Stance, TemplateResult>> = {
  agree: html`<svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
    <path
      fill="currentColor"
      fill-rule="evenodd"
      d="M9 .8a8.2 8.2 0 1 1 0 16.4A8.2 8.2 0 0 1 9 .8Zm3.9 4.6L7.8 11 5.2 8.5 3.8 9.9l4.1 4 6.5-7.1-1.5-1.4Z"
    />
  </svg>`,
  partly: html`<svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
    <circle cx="9" cy="9" r="7.3" fill="none" stroke="currentColor" stroke-width="1.8" />
    <path d="M9 1.7a7.3 7.3 0 0 0 0 14.6Z" fill="currentColor" />
  </svg>`,
  disagree: html`<svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
    <path
      fill="currentColor"
      fill-rule="evenodd"
      d="M9 .2 17.8 9 9 17.8.2 9 9 .2Zm-2.2 5.2L5.4 6.8 7.6 9l-2.2 2.2 1.4 1.4L9 10.4l2.2 2.2 1.4-1.4L10.4 9l2.2-2.2-1.4-1.4L9 7.6 6.8 5.4Z"
    />
  </svg>`,
  noAnswer: html`<svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
    <circle cx="9" cy="9" r="7.3" fill="none" stroke="currentColor" stroke-width="1.8" />
  </svg>`,
  notAsked: html`<svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
    <circle
      cx="9"
      cy="9"
      r="7.3"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-dasharray="2.6 2.2"
    />
  </svg>`,
  notDecided: html`<svg class="mark" viewBox="0 0 18 18" aria-hidden="true">
    <circle cx="9" cy="9" r="7.3" fill="none" stroke="currentColor" stroke-width="1.8" />
    <circle cx="5.6" cy="9" r="1.1" fill="currentColor" />
    <circle cx="9" cy="9" r="1.1" fill="currentColor" />
    <circle cx="12.4" cy="9" r="1.1" fill="currentColor" />
  </svg>`,
};
