import {css} from 'lit';

export const suggestedStyles = css`
  h2 {
    font-size: var(--fs-h3);
    margin: var(--s6) 0 var(--s1);
  }
  h3 {
    font-size: var(--fs-ui);
    margin: 0;
  }
  li {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr);
    gap: var(--s3);
    padding: var(--s3) 0;
    border-top: 1px solid var(--line);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  li > .quiet {
    justify-content: start;
    text-align: start;
    align-self: start;
  }
  .one {
    margin: var(--s3) 0;
    padding-left: var(--s4);
    border-left: 4px double var(--ink-2);
  }
  dl,
  dd {
    margin: var(--s1) 0;
  }
  dt {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .now {
    white-space: pre-wrap;
  }
  @media (min-width: 46.01rem) {
    .both {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--s5);
    }
  }
  @media (max-width: 46rem) {
    li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @media (forced-colors: active) {
    .one {
      border-left-color: CanvasText;
    }
  }
`;
