import {css} from 'lit';

/** One column of large calm text: what people see who can't go on, and the pages around the plan. */
export const stopPageStyles = css`
  :host {
    display: block;
  }
  .page {
    max-width: 34rem;
    margin-inline: auto;
    padding: var(--s6) 1.25rem var(--s7);
    font-size: var(--fs-phone);
  }
  h1 {
    font-size: 1.75rem;
    margin-bottom: var(--s3);
  }
  p + .btn,
  p + p {
    margin-top: var(--s4);
  }
  .btn {
    min-height: 3.25rem;
    font-size: var(--fs-phone);
  }
  .call {
    margin-top: var(--s5);
    color: var(--ink-2);
    font-size: var(--fs-ui);
  }
  .call a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
`;
