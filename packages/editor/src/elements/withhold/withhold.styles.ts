import {css} from 'lit';

export const withholdStyles = css`
  .seers {
    margin-top: var(--s4);
  }
  .after {
    margin-top: var(--s3);
  }
  .preview {
    margin-bottom: var(--s5);
    padding: var(--s3) var(--s4) var(--s4);
    background: var(--sheet);
    border: 1px solid var(--line-strong);
    border-radius: var(--r-sheet);
    box-shadow: var(--shadow-sheet);
  }
  .preview h2 {
    display: flex;
    gap: var(--s2);
    align-items: center;
    margin: 0 0 var(--s2);
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .preview p {
    padding: var(--s2) 0;
    border-top: 1px solid var(--line);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }
  .preview .line {
    color: var(--ink-2);
  }
  .promise {
    font-size: var(--fs-lead);
    font-weight: 500;
    line-height: 1.3;
    text-wrap: pretty;
    margin-bottom: var(--s3);
  }
  p + p {
    margin-top: var(--s3);
  }
  .preview p + p {
    margin-top: 0;
  }
  .changed {
    margin-bottom: var(--s4);
  }
  .answers {
    margin-top: var(--s5);
  }
  .answers > div {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    column-gap: var(--s4);
    align-items: center;
    padding: 0.45rem 0;
    border-top: 1px solid var(--line);
    line-height: 1.35;
  }
  .answers dt {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .answers dt,
  .answers dd {
    grid-column: 1;
    overflow-wrap: anywhere;
  }
  .answers .change {
    grid-column: 2;
    grid-row: 1 / span 2;
  }
  .finding {
    margin: var(--s2) 0;
  }
`;
