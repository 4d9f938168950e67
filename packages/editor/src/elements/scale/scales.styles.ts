import {css} from 'lit';

export const scalesStyles = css`
  section {
    padding-bottom: var(--s5);
    border-bottom: 1px solid var(--line);
  }
  h2 {
    font-size: var(--fs-h3);
  }
  h3 {
    font-size: var(--fs-ui);
    margin-top: var(--s3);
  }
  .end,
  .about {
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .ladder {
    margin: var(--s4) 0 var(--s3);
  }
  .ladder li {
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    column-gap: var(--s4);
    min-height: 1.6rem;
    line-height: 1.6rem;
    overflow-wrap: anywhere;
  }
  .n {
    position: relative;
    padding-right: var(--s3);
    border-right: 2px solid var(--ink);
    color: var(--ink-2);
    text-align: right;
    font-variant-numeric: tabular-nums;
  }
  .on .n {
    color: var(--ink);
    font-weight: var(--w-strong);
  }
  .on .n::after {
    content: '';
    position: absolute;
    right: -0.45rem;
    top: 0.4rem;
    width: 0.8rem;
    height: 0.8rem;
    border-radius: 50%;
    background: var(--ink);
  }
  .in-words {
    margin-bottom: var(--s2);
  }
  .why p {
    overflow-wrap: anywhere;
  }
  fieldset {
    border: 0;
    padding: 0;
    margin: var(--s4) 0 0;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .numbers legend {
    float: left;
    width: 100%;
  }
  .numbers label {
    display: inline-flex;
    align-items: center;
    gap: var(--s1);
    min-width: var(--target);
    min-height: var(--target);
    padding: 0 var(--s3);
    border: 1.5px solid var(--line-strong);
    border-radius: var(--r-control);
    font-weight: var(--w-strong);
  }
  .numbers .on {
    border-color: var(--action);
    outline: 1.5px solid var(--action);
  }
  .child label {
    min-width: 9rem;
    min-height: 4.5rem;
    gap: var(--s3);
  }
  .weather {
    width: 2.25rem;
    height: 2.25rem;
    flex: none;
  }
  .ask {
    margin-top: var(--s4);
    padding: var(--s3) var(--s4);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-sheet);
  }
  .buttons {
    margin-top: var(--s4);
  }
  .btn.second {
    margin-top: var(--s4);
  }
  .make {
    margin-top: var(--s4);
  }
  :host([inline]) {
    display: block;
  }
  .sheet {
    margin-top: var(--s4);
    padding: var(--s5) var(--s6);
    background: var(--sheet);
    border: 1px solid transparent;
    border-radius: var(--r-sheet);
    box-shadow: var(--shadow-sheet);
  }
  .sheet section:last-of-type {
    border: 0;
    padding: 0;
  }
  summary {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  /* Lying down, where there is room for eleven numbers and the names above them. */
  @media (min-width: 56rem) {
    .sheet .ladder {
      display: flex;
      flex-direction: row-reverse;
      align-items: stretch;
    }
    .sheet .ladder li {
      flex: 1 1 0;
      display: flex;
      flex-direction: column-reverse;
      align-items: center;
      min-height: 6rem;
      text-align: center;
    }
    .sheet .n {
      width: 100%;
      padding: 0.7rem 0 0;
      border-right: 0;
      border-top: 2px solid var(--ink);
      text-align: center;
    }
    .sheet .on .n::after {
      right: calc(50% - 0.4rem);
      top: -0.45rem;
    }
    .sheet li > span + span {
      padding-bottom: var(--s3);
      font-weight: 600;
    }
  }
  @media (max-width: 46rem) {
    .sheet {
      padding-inline: 1rem;
    }
    .child label {
      width: 100%;
    }
  }
  @media (forced-colors: active) {
    .on .n::after {
      background: CanvasText;
    }
    .numbers .on {
      outline-color: Highlight;
    }
  }
`;
