import {css} from 'lit';

/** Questions on a screen over the plan: rows to tick, boxes to write in, what is wrong. */
export const formStyles = css`
  .hint {
    color: var(--ink-2);
    margin-bottom: var(--s4);
  }
  .note {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .row {
    display: grid;
    grid-template-columns: 1.5rem minmax(0, 1fr);
    gap: var(--s3);
    align-items: start;
    min-height: var(--target);
    padding: 0.6rem 0;
    border-bottom: 1px solid var(--line);
    line-height: 1.35;
  }
  .row small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .inset {
    margin: var(--s2) 0 var(--s4) 0.7rem;
    padding-left: 1.4rem;
    border-left: 2px solid var(--line-strong);
  }
  h2 {
    font-size: var(--fs-ui);
    margin: var(--s5) 0 var(--s1);
  }
  legend {
    padding: 0;
    font-weight: var(--w-strong);
    margin: var(--s5) 0 var(--s1);
  }
  .label {
    display: block;
    font-weight: var(--w-strong);
    margin: var(--s4) 0 var(--s1);
  }
  textarea {
    display: block;
    width: 100%;
    min-height: 7rem;
    padding: var(--s2) var(--s3);
    line-height: 1.45;
    resize: vertical;
  }
  textarea.short {
    min-height: 4.5rem;
  }
  input[type='text'],
  input[type='date'] {
    display: block;
    width: 100%;
  }
  input[type='date'] {
    width: auto;
  }
  .problem {
    display: flex;
    gap: var(--s3);
    align-items: start;
    margin-bottom: var(--s4);
    padding: var(--s3) var(--s4);
    border: 2px solid var(--disagree);
    border-radius: var(--r-sheet);
    background: var(--sheet);
  }
  .problem .mark {
    color: var(--disagree);
    margin-top: 0.2em;
  }
  .problem h2 {
    margin: 0;
  }
  blockquote {
    margin: 0 0 var(--s5);
    padding: 0.15rem 0 0.15rem var(--s4);
    border-left: 3px solid var(--line);
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  blockquote b {
    color: var(--ink);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s5);
  }
  .buttons .btn {
    min-width: 9rem;
  }
  @media (max-width: 46rem) {
    .buttons .btn {
      flex: 1 1 auto;
      min-height: 3.25rem;
      font-size: var(--fs-phone);
    }
  }
  @media (forced-colors: active) {
    .row {
      border-color: CanvasText;
    }
  }
`;
