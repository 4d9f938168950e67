import {css} from 'lit';

/** What stands in the plan's place: a page in the middle, and a bar that stays above and says whose view it is. */
export const standInStyles = css`
  :host {
    display: block;
    min-height: 100vh;
    background: var(--paper);
    font-size: var(--fs-ui);
  }
  .bar {
    position: sticky;
    top: 0;
    z-index: 8;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s5);
    padding: 0.5rem var(--s5);
    min-height: 3.6rem;
    background: var(--sheet);
    border-bottom: 3px solid var(--ink);
  }
  .bar .what {
    flex: 1 1 20rem;
    line-height: 1.35;
  }
  .bar .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s5);
  }
  .page {
    max-width: 38rem;
    margin-inline: auto;
    padding: var(--s6) 1.25rem var(--s7);
    font-size: var(--fs-phone);
  }
  h1 {
    font-size: calc(1.75rem * var(--fs-scale));
    margin-bottom: var(--s3);
    overflow-wrap: anywhere;
  }
  @media (max-width: 46rem) {
    .bar .what {
      flex-basis: 100%;
      font-size: var(--fs-note);
    }
    .bar .acts {
      column-gap: var(--s4);
      font-size: var(--fs-note);
    }
    .bar .btn {
      padding-inline: var(--s3);
    }
  }
  @media (max-height: 26rem) {
    .bar {
      position: static;
    }
  }
`;
