import {css} from 'lit';

export const stanceStyles = css`
  :host {
    display: contents;
  }
  .sum {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1.1em;
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.45;
  }
  .mark {
    width: 1em;
    height: 1em;
    margin-right: 0.35em;
    vertical-align: -0.14em;
    flex: none;
  }
  .agree .mark {
    color: var(--agree);
  }
  .disagree .mark {
    color: var(--disagree);
  }
  .toggle {
    font-size: var(--fs-note);
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
  ul {
    margin-bottom: var(--s3);
  }
  li {
    display: grid;
    grid-template-columns: 1.2rem minmax(0, 1fr);
    gap: var(--s2);
    padding: var(--s2) 0;
    border-bottom: 1px solid var(--line);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  li .mark {
    margin-top: 0.2em;
  }
  small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .note,
  .silent {
    font-size: var(--fs-note);
    color: var(--ink-2);
    margin-bottom: var(--s2);
  }
  .form {
    margin: var(--s4) 0;
  }
  .form:first-child {
    margin-top: 0;
  }
  #question {
    font-weight: var(--w-strong);
    margin-bottom: var(--s2);
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
    margin-bottom: var(--s3);
  }
  .choice .mark {
    color: inherit;
  }
  .panel > .quiet {
    margin-top: var(--s3);
  }
  .btn.choice {
    transition: none;
  }
  .btn.choice[aria-pressed='true'] {
    background: var(--action);
    color: var(--on-action);
  }
  .choice[aria-pressed='true'] span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  .family .choice {
    flex: 1 1 14rem;
    min-height: 3.25rem;
    font-size: var(--fs-phone);
  }
  label {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
    margin-bottom: var(--s1);
  }
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
    column-gap: var(--s5);
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
  @media (forced-colors: active) {
    .mark,
    .agree .mark,
    .disagree .mark {
      color: CanvasText;
    }
    .choice .mark {
      color: inherit;
    }
    .choice[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
