import {css} from 'lit';

export const standStyles = css`
  li {
    display: grid;
    grid-template-columns: 4.5rem minmax(0, 1fr);
    gap: var(--s3);
    padding: 0.55rem 0;
    border-top: 1px solid var(--line);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  li .quiet {
    justify-content: start;
    text-align: start;
    align-self: start;
  }
  h2 {
    font-size: var(--fs-h3);
    margin: var(--s6) 0 var(--s1);
  }
  .words {
    display: -webkit-box;
    -webkit-line-clamp: 2;
    -webkit-box-orient: vertical;
    overflow: hidden;
    color: var(--ink-2);
  }
  .sum span {
    display: inline-block;
    margin-right: var(--s3);
  }
  .mark {
    width: 1em;
    height: 1em;
    margin-right: 0.35em;
    vertical-align: -0.14em;
  }
  .agree .mark {
    color: var(--agree);
  }
  .disagree .mark {
    color: var(--disagree);
  }
  @media (max-width: 46rem) {
    li {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
  }
  @media (forced-colors: active) {
    .mark,
    .agree .mark,
    .disagree .mark {
      color: CanvasText;
    }
  }
`;
