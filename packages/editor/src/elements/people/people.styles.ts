import {css} from 'lit';

export const peopleStyles = css`
  :host {
    display: block;
  }
  h2 {
    font-size: var(--fs-ui);
    margin-bottom: var(--s1);
  }
  .here li {
    display: grid;
    grid-template-columns: 1.1rem 1fr auto;
    align-items: center;
    min-height: var(--target);
    padding: 0.15rem 0;
    border-bottom: 1px solid var(--line);
    line-height: 1.25;
  }
  i {
    width: 3px;
    height: 1.25rem;
    border-radius: 2px;
    background: var(--c, transparent);
  }
  .hand-1 {
    --c: var(--hand-1);
  }
  .hand-2 {
    --c: var(--hand-2);
  }
  .hand-3 {
    --c: var(--hand-3);
  }
  small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .quiet {
    font-size: var(--fs-note);
    justify-content: flex-end;
  }
  .note {
    font-size: var(--fs-note);
    color: var(--ink-2);
    margin-top: var(--s2);
  }
  details {
    margin-top: var(--s3);
    font-size: var(--fs-note);
  }
  summary {
    min-height: var(--target);
    display: flex;
    align-items: center;
    color: var(--action);
    text-decoration: underline;
    text-underline-offset: 0.2em;
    cursor: pointer;
  }
  details li {
    padding: 0.25rem 0;
    line-height: 1.3;
  }
`;
