import {css} from 'lit';

export const privateListStyles = css`
  h2 {
    font-size: var(--fs-h3);
    margin: var(--s6) 0 var(--s2);
  }
  .intro {
    color: var(--ink-2);
  }
  li {
    padding: var(--s4) 0;
    border-top: 1px solid var(--line);
  }
  .island {
    display: grid;
    grid-template-columns: 1.3rem minmax(0, 1fr);
    column-gap: var(--s3);
    padding: var(--s3) var(--s4);
    border: 2px dotted var(--hidden);
    border-radius: var(--r-sheet);
    background: var(--veil);
    overflow-wrap: anywhere;
  }
  .island .mark {
    width: 1.2rem;
    height: 1.4rem;
    color: var(--hidden);
  }
  h3 {
    font-size: var(--fs-note);
    color: var(--hidden);
  }
  .words {
    font-size: var(--fs-body);
    line-height: 1.4;
  }
  .state {
    display: flex;
    gap: var(--s2);
    margin-top: var(--s3);
    line-height: 1.4;
  }
  .state .mark {
    margin-top: 0.2em;
  }
  .by {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s5);
    margin-top: var(--s2);
  }
  .act {
    margin-top: var(--s3);
    padding: var(--s3) 0 var(--s1) var(--s4);
    border-left: 2px solid var(--line-strong);
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
  dl > div {
    padding: 0.35rem 0;
    border-top: 1px solid var(--line);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  dt {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .rules {
    list-style: disc;
    padding-left: 1.25em;
  }
  .rules li {
    padding: 0;
    border: 0;
  }
  .act .note,
  .act > p + p,
  .act > p + fieldset {
    margin-top: var(--s2);
  }
  .told {
    margin-top: var(--s2);
    font-weight: var(--w-strong);
  }
`;
