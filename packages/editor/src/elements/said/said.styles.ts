import {css} from 'lit';

export const saidStyles = css`
  ul {
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ul.all > li {
    padding: var(--s4) 0 var(--s3);
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: var(--fs-h3);
    margin: var(--s6) 0 var(--s2);
  }
  p {
    margin: 0;
  }
  .child {
    font-size: var(--fs-lead);
    line-height: 1.35;
    white-space: pre-line;
    margin-bottom: var(--s1);
  }
  .count {
    font-weight: var(--w-strong);
  }
  .answer {
    display: flex;
    gap: var(--s2);
    align-items: start;
    margin: var(--s2) 0;
  }
  .answer small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .mark {
    flex: none;
    width: 1em;
    height: 1em;
    margin-top: 0.22em;
    vertical-align: -0.14em;
  }
  .met .mark {
    color: var(--agree);
  }
  .what {
    margin-top: var(--s3);
    font-size: var(--fs-note);
    font-weight: var(--w-strong);
  }
  .thread {
    margin: var(--s1) 0 0 0.45rem;
    border-left: 2px solid var(--thread);
  }
  .thread li {
    position: relative;
    display: grid;
    grid-template-columns: 2.75rem minmax(0, 1fr);
    gap: var(--s2);
    align-items: baseline;
    padding: 0 0 var(--s1) var(--s4);
    line-height: 1.4;
  }
  .thread li::before {
    content: '';
    position: absolute;
    left: -0.4rem;
    top: 0.95rem;
    width: 0.65rem;
    height: 0.65rem;
    border-radius: 50%;
    background: var(--thread);
  }
  .thread .quiet {
    justify-content: start;
    text-align: start;
  }
  .told {
    margin-top: var(--s1);
    white-space: pre-line;
    line-height: 1.45;
  }
  .cannot {
    margin-top: var(--s3);
  }
  .buttons {
    gap: 0 var(--s5);
    margin-top: var(--s2);
  }
  [role='status'] {
    margin: var(--s2) 0;
  }
  @media (forced-colors: active) {
    .met .mark {
      color: CanvasText;
    }
    .thread li::before {
      background: CanvasText;
      border: 0.33rem solid CanvasText;
    }
  }
`;
