import {css} from 'lit';

export const settingsStyles = css`
  h2 {
    font-size: var(--fs-h2);
  }
  .intro {
    color: var(--ink-2);
    margin: var(--s1) 0 var(--s2);
  }
  fieldset {
    padding: var(--s4) 0 0;
  }
  legend {
    font-weight: var(--w-strong);
    padding: 0;
  }
  .options {
    margin-top: -0.3rem;
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s5);
  }
  label {
    display: inline-flex;
    align-items: center;
    gap: var(--s2);
    min-height: var(--target);
  }
  .switch {
    display: flex;
    align-items: flex-start;
    padding: 0.55rem 0;
    line-height: 1.35;
  }
  small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .acts {
    display: flex;
    justify-content: space-between;
    flex-wrap: wrap;
    gap: var(--s3);
    margin-top: var(--s4);
  }
  .acts .btn {
    min-width: 8rem;
  }
`;
