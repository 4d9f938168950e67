import {css, type CSSResult} from 'lit';

/** The frame of a plan while it shows the map: three columns and the numbers below, and nothing beside them. */
export const mapFrame: CSSResult = css`
  :host([map]) .columns {
    display: block;
  }
  :host([map]) :is(.nav, aside, .turn, .running > p, .skip:not([data-skip='plan'])) {
    display: none;
  }
  :host([map]) main {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1.3fr) minmax(0, 0.9fr) minmax(0, 1fr);
    align-content: start;
    column-gap: 2.75rem;
    max-width: 90rem;
    margin-inline: auto;
    padding: 0 2.5rem var(--s7);
    border: 0;
    background: var(--paper);
  }
  :host([map]) .running,
  :host([map]) ::slotted(goldthread-scales),
  :host([map]) ::slotted(goldthread-map-head) {
    grid-column: 1 / -1;
  }
  :host([map]) ::slotted(goldthread-section) {
    border: 0 !important;
  }
  :host([map]) ::slotted(goldthread-map-thread) {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  :host([map]) .running {
    justify-content: flex-end;
    padding: 0;
    background: var(--paper);
    border: 0;
  }
  @media (max-width: 56rem) {
    :host([map]) main {
      grid-template-columns: minmax(0, 1fr);
      padding-inline: 1.25rem;
      background: var(--paper);
    }
    :host([map]) ::slotted(goldthread-map-thread) {
      display: none;
    }
  }
`;

/** A section as a column. */
export const mapSection: CSSResult = css`
  :host([in-map]) {
    --gutter: 0.7rem;
    margin-left: -0.7rem;
    padding: var(--s2) 0 var(--s5);
  }
  @media (min-width: 56rem) {
    /* Room for the thread. */
    :host([in-map]) .purpose {
      margin-bottom: var(--s5);
    }
  }
  :host([in-map]) .add {
    display: none;
  }
  :host([in-map]) :is(.head, .purpose, .empty, ::slotted([slot='kept'])) {
    padding-left: var(--gutter);
  }
`;

/** The words of a column: what each item is stands above it. */
export const mapWords: CSSResult = css`
  goldthread-plan[map] > goldthread-section article[data-item] + article {
    border-top: 1px solid var(--line);
  }
  goldthread-plan[map] > goldthread-section .goldthread-words article[data-item]::before {
    content: attr(aria-label);
    content: attr(aria-label) / '';
    display: block;
    float: none;
    width: auto;
    margin: 0;
    text-align: left;
    font-weight: var(--w-text);
    line-height: 1.5;
  }
  goldthread-plan[map] goldthread-island {
    margin-left: var(--gutter);
  }
  /* What is said against an item stands below it, set in. */
  goldthread-plan[map] > goldthread-section .goldthread-words article[data-item='dispute'] {
    margin-left: var(--s2);
    padding-left: var(--s3);
    border-top: 0;
    border-left: 2px solid var(--disagree);
  }
`;
