import {html, svg, type TemplateResult} from 'lit';

const CLOUD = svg`<path d="M10 24a6 6 0 0 1 1-12 8 8 0 0 1 15-1 6.500 6.500 0 0 1 1 13Z" fill="var(--sheet)" stroke="currentColor" stroke-width="2" stroke-linejoin="round" />`;
const SUN = svg`<circle cx="18" cy="18" r="7" fill="var(--glow, none)" stroke="currentColor" stroke-width="2" />
  <path d="M18 3v5M18 28v5M3 18h5M28 18h5M7.500 7.500l3.500 3.500M25 25l3.500 3.500M28.500 7.500 25 11M11 25l-3.500 3.500" stroke="currentColor" stroke-width="2" stroke-linecap="round" />`;
const RAIN = svg`<path d="M12 27l-2 5M19 27l-2 5M26 27l-2 5" stroke="currentColor" stroke-width="2" stroke-linecap="round" />`;
const BOLT = svg`<path d="M20 23l-5 6h5l-4 6" fill="none" stroke="currentColor" stroke-width="2" stroke-linejoin="round" stroke-linecap="round" />`;
const HALF = svg`<circle cx="25" cy="11" r="6" fill="var(--glow, none)" stroke="currentColor" stroke-width="2" />`;

const PICTURES = [svg`${CLOUD}${BOLT}`, svg`${CLOUD}${RAIN}`, CLOUD, svg`${HALF}${CLOUD}`, SUN] as const;

/** Which of the five pictures of weather stands for a number. */
export function weatherOf(value: number): 0 | 1 | 2 | 3 | 4 {
  if (value < 2) return 0;
  if (value < 4) return 1;
  if (value < 7) return 2;
  return value < 9 ? 3 : 4;
}

/** The picture for a number; the word beside it says the same. */
export function weatherPicture(value: number): TemplateResult {
  return html`<svg class="weather" viewBox="0 0 36 36" aria-hidden="true">
    ${PICTURES[weatherOf(value)]}
  </svg>`;
}
