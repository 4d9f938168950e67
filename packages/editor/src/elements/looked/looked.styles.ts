import {css} from 'lit';

export const lookedStyles = css`
  h2 {
    font-size: var(--fs-h3);
    margin: var(--s6) 0 var(--s1);
  }
  li {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    gap: var(--s3);
    padding: 0.55rem 0;
    border-top: 1px solid var(--line);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  time {
    color: var(--ink-2);
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
  }
  .earlier,
  .end {
    margin-top: var(--s5);
  }
  .end {
    color: var(--ink-2);
  }
  .problem {
    margin-top: var(--s4);
  }
`;
