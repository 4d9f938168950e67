import {css} from 'lit';

export const suggestStyles = css`
  :host {
    display: contents;
  }
  .ask,
  .quiet {
    font-size: var(--fs-note);
  }
  /* Over the words, so that nothing on the page moves. */
  .btn.offer {
    position: absolute;
    top: 0;
    left: 0;
    z-index: 2;
    width: max-content;
    max-width: 100%;
    background: var(--sheet);
    font-size: var(--fs-ui);
    box-shadow: var(--shadow-sheet);
  }
  /* What is opened comes below the line, whatever else the line can do. */
  .panel {
    order: 1;
    flex-basis: 100%;
    margin: var(--s2) 0 var(--s4);
    padding: var(--s3) 0;
    border-block: 1px solid var(--line);
    color: var(--ink);
    font-size: var(--fs-ui);
  }
  label {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
    margin-bottom: var(--s1);
  }
  input {
    margin-bottom: var(--s3);
  }
  .hint {
    margin-bottom: var(--s2);
    max-width: var(--measure);
  }
  input,
  textarea {
    display: block;
    width: 100%;
    max-width: var(--measure);
    padding: var(--s2) var(--s3);
    line-height: 1.45;
    resize: vertical;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: var(--s5);
    row-gap: var(--s2);
    margin-top: var(--s2);
  }
  .problem {
    margin: var(--s2) 0;
    padding: var(--s3) var(--s4);
    border: 2px solid var(--disagree);
    border-radius: var(--r-sheet);
    max-width: var(--measure);
  }
  .problem .btn {
    margin: var(--s2) var(--s2) 0 0;
  }
`;
