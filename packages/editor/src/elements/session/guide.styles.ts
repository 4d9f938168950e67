import {css} from 'lit';

/** One idea at a time, the child's words as the largest quiet thing. */
export const guideStyles = css`
  .told:not(:empty) {
    margin-bottom: var(--s4);
    font-weight: var(--w-strong);
  }
  .keeping:not(:empty) {
    margin-top: var(--s4);
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .warn:not(:empty) {
    margin: var(--s3) 0;
    padding-left: var(--s4);
    border-left: 3px solid var(--ink);
  }
  .note {
    margin-block: var(--s1) var(--s2);
  }
  fieldset {
    margin: 0 0 var(--s4);
    padding: 0;
    border: 0;
  }
  .picture {
    width: 2.75rem;
    height: 2.75rem;
  }
  .script li {
    display: grid;
    grid-template-columns: 3rem minmax(0, 1fr);
    gap: var(--s3);
    align-items: center;
    font-size: var(--fs-lead);
  }
  .script .row {
    min-height: var(--target);
    border: 0;
  }
  .doors {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: var(--s3);
    margin-bottom: var(--s5);
  }
  fieldset.doors > legend {
    grid-column: 1 / -1;
  }
  .doors .house {
    display: block;
    width: min(100%, 7rem);
    height: auto;
    margin-inline: auto;
  }
  .door {
    min-height: var(--target);
    padding: var(--s2);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-control);
    font-weight: var(--w-strong);
    overflow-wrap: anywhere;
  }
  .door:hover {
    background: var(--sunk);
  }
  .items > li {
    padding-block: var(--s4);
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .words {
    font-size: var(--fs-lead);
    line-height: 1.35;
    white-space: pre-line;
  }
  .aloud .words {
    font-size: var(--fs-child);
  }
  dl {
    display: grid;
    gap: var(--s1) var(--s4);
    margin: 0;
    font-size: var(--fs-note);
  }
  dl > div {
    display: grid;
    grid-template-columns: 9rem minmax(0, 1fr);
    gap: var(--s3);
  }
  dt {
    color: var(--ink-2);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: var(--s3);
    margin-block: var(--s3) var(--s4);
  }
  .card {
    display: grid;
    justify-items: center;
    align-content: start;
    gap: var(--s1);
    min-height: 8rem;
    padding: var(--s3);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-control);
    background: var(--sheet);
    font-weight: var(--w-strong);
    text-align: center;
    overflow-wrap: anywhere;
  }
  .card small {
    font-weight: var(--w-text);
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .card[aria-pressed='true'] {
    border-color: var(--ink);
    box-shadow: inset 0 0 0 3px var(--ink);
  }
  .calm {
    padding-block: var(--s7);
    font-size: var(--fs-h2);
    line-height: 1.4;
  }
  .calm .note {
    margin-top: var(--s6);
    font-size: var(--fs-ui);
  }
  @media (max-width: 26rem) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @media (forced-colors: active) {
    .card[aria-pressed='true'] {
      border-color: Highlight;
      box-shadow: none;
      outline: 3px solid Highlight;
    }
  }
`;
