import {css} from 'lit';

export const itemFactsStyles = css`
  :host {
    display: block;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    column-gap: 1.1em;
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.45;
    margin-bottom: 0.35rem;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.1em;
  }
  dt,
  dd {
    display: inline;
  }
  dt {
    color: var(--ink-3);
  }
  dd::before {
    content: ' ';
  }
  .toggle {
    font-size: var(--fs-note);
  }
  .roomy {
    min-height: 2rem;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.1em;
    margin-block: -0.4rem;
  }
  .toggle {
    opacity: var(--facts-toggle, 1);
    transition: opacity var(--quick) var(--ease);
  }
  .toggle.more {
    opacity: 1;
  }
  dl {
    flex-basis: 100%;
    margin-top: 0.1rem;
  }
  .toggle .mark {
    width: 0.95em;
    height: 0.95em;
  }
  .list {
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.45;
    margin-top: 0.15rem;
  }
  .list li {
    padding-left: 1rem;
    position: relative;
  }
  .list li::before {
    content: '–';
    position: absolute;
    left: 0;
    color: var(--ink-3);
  }

  .form {
    margin: var(--s3) 0 var(--s4);
    padding: var(--s4) 0;
    border-block: 1px solid var(--line);
    display: grid;
    gap: var(--s4);
    justify-items: start;
  }
  .form > * {
    width: 100%;
  }
  .form > .btn {
    width: auto;
    min-width: 8rem;
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(15rem, 100%), 1fr));
    gap: var(--s3) var(--s4);
    align-items: end;
  }
  legend {
    font-size: var(--fs-note);
    color: var(--ink-2);
    padding: 0;
  }
  .part li {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    font-size: var(--fs-note);
  }
  .part .quiet {
    font-size: var(--fs-note);
  }
  .next {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(10rem, 100%), 1fr)) auto;
    gap: var(--s2) var(--s3);
    align-items: end;
  }
  .next label {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .next input {
    width: 100%;
    font-size: var(--fs-ui);
  }
  .summary {
    padding: var(--s3) var(--s4);
    border: 2px solid var(--disagree);
    border-radius: var(--r-sheet);
  }
  .summary h4 {
    font-size: var(--fs-ui);
  }
`;
