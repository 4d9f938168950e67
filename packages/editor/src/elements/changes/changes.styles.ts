import {css} from 'lit';

export const changesStyles = css`
  :host {
    display: block;
  }
  h2 {
    font-size: var(--fs-ui);
    margin-bottom: var(--s1);
  }
  p {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  li {
    display: grid;
    grid-template-columns: 1fr auto;
    gap: var(--s3);
    align-items: center;
    border-bottom: 1px solid var(--line);
  }
  .quiet {
    font-size: var(--fs-note);
    line-height: 1.3;
  }
  time {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
`;
