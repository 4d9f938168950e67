import {css} from 'lit';

/** What stands in the parts of somebody's view: items, their facts, private notes. */
export const seenPlanStyles = css`
  article {
    position: relative;
    padding: 0.55rem 0 0.3rem 4.25rem;
    font-size: var(--fs-body);
    line-height: var(--lh-text);
    overflow-wrap: anywhere;
  }
  .label {
    position: absolute;
    left: 0;
    width: 3.4rem;
    text-align: right;
    font-size: var(--fs-note);
    font-weight: var(--w-strong);
    color: var(--ink-2);
    line-height: 1.8;
  }
  .words {
    max-width: var(--measure);
    letter-spacing: var(--space-letter);
    word-spacing: var(--space-word);
  }
  .words p {
    white-space: break-spaces;
  }
  .words p + p {
    margin-top: 0.45em;
  }
  .words ul {
    list-style: disc;
    padding-left: 1.4em;
  }
  .words ol {
    list-style: decimal;
    padding-left: 1.4em;
  }
  .table {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    font-size: var(--fs-ui);
  }
  td,
  th {
    border: 1px solid var(--line-strong);
    padding: 0.3rem 0.6rem;
    text-align: left;
    vertical-align: top;
    min-width: 3rem;
  }
  dl {
    display: flex;
    flex-wrap: wrap;
    column-gap: 1.1em;
  }
  dl,
  .list {
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.45;
  }
  .list li {
    padding-left: 1rem;
    position: relative;
  }
  .list li::before {
    content: '–';
    position: absolute;
    left: 0;
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
  .tied {
    display: flex;
    align-items: center;
    gap: 0.45em;
    font-size: var(--fs-note);
    color: var(--thread-ink);
  }
  .tied i {
    border: 0.36rem solid var(--thread);
    border-radius: 50%;
  }
  .private {
    margin: var(--s2) 0 var(--s2) 4.25rem;
    padding: var(--s3) var(--s4);
    border: 2px dotted var(--hidden);
    border-radius: var(--r-sheet);
    background: var(--veil);
  }
  .said {
    margin-top: var(--s2);
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .said li {
    padding: 0.15rem 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .said b {
    color: var(--ink);
  }
  .private h3 {
    font-size: var(--fs-note);
    color: var(--hidden);
  }
  @media (max-width: 46rem) {
    article {
      padding-left: 0;
      font-size: var(--fs-phone);
    }
    .label {
      position: static;
      display: block;
      text-align: left;
    }
    .private {
      margin-left: 0;
    }
  }
`;
