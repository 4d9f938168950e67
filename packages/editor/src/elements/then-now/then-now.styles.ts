import {css} from 'lit';

/** Two days side by side; one above the other on a phone. */
export const thenNowStyles = css`
  main {
    max-width: 68rem;
    margin-inline: auto;
    padding: var(--s5) 1.25rem var(--s7);
    font-size: var(--fs-ui);
  }
  h2 {
    display: flex;
    align-items: center;
    gap: var(--s3);
    margin: var(--s6) 0 var(--s2);
    font-size: var(--fs-h2);
  }
  h2 .house {
    width: 3rem;
    height: 3.25rem;
  }
  h3 {
    margin-bottom: var(--s2);
    font-size: var(--fs-ui);
    color: var(--ink-2);
  }
  .two {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: var(--s5);
  }
  .side {
    padding: var(--s4);
    background: var(--sheet);
    border-radius: var(--r-sheet);
    box-shadow: var(--shadow-sheet);
  }
  .thing,
  .thing.one {
    font-size: var(--fs-h3);
  }
  select {
    display: block;
    width: 100%;
    min-height: var(--target);
    margin-top: var(--s1);
    font: inherit;
  }
  @media (max-width: 46rem) {
    .two {
      grid-template-columns: minmax(0, 1fr);
    }
    .two.head {
      gap: var(--s3);
    }
  }
  @media (forced-colors: active) {
    .side {
      border: 1px solid CanvasText;
    }
  }
`;
