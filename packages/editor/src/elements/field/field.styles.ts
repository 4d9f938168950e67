import {css} from 'lit';

export const fieldStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  label {
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.3;
    margin-bottom: 0.2rem;
  }
  input,
  select {
    width: 100%;
    font-size: var(--fs-ui);
  }
  .number input {
    max-width: 8rem;
  }
  .date input {
    max-width: 12rem;
  }
  .problem {
    font-size: var(--fs-note);
    color: var(--disagree);
    font-weight: var(--w-strong);
    line-height: 1.3;
    margin-bottom: 0.2rem;
  }
`;
