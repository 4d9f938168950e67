import {css} from 'lit';

export const confirmStyles = css`
  p {
    margin-bottom: var(--s3);
  }
  h2 {
    font-size: var(--fs-h3);
    margin: var(--s5) 0 var(--s2);
  }
  .whom {
    margin-bottom: var(--s4);
  }
  .whom li {
    padding: 0.4rem 0;
    border-top: 1px solid var(--line);
    line-height: 1.35;
  }
  input[type='text'] {
    max-width: 16rem;
    font-size: var(--fs-lead);
    letter-spacing: 0.08em;
  }
  form .btn {
    margin-top: var(--s4);
    min-height: 3.25rem;
  }
  .told {
    display: flex;
    gap: var(--s2);
    font-weight: var(--w-strong);
  }
  .told .mark {
    margin-top: 0.25em;
    color: var(--agree);
  }
  .people button {
    display: block;
    width: 100%;
    min-height: var(--target);
    padding: 0.7rem var(--s2);
    line-height: 1.3;
    color: var(--action);
    border-radius: var(--r-control);
  }
  .people button:hover {
    background: var(--action-soft);
  }
  .people li {
    border-top: 1px solid var(--line);
  }
  .people small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .code {
    display: block;
    margin: var(--s3) 0 var(--s4);
    padding: var(--s4);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-sheet);
    font-size: calc(2rem * var(--fs-scale));
    font-weight: var(--w-strong);
    letter-spacing: 0.12em;
    text-align: center;
    overflow-wrap: anywhere;
    user-select: all;
  }
`;
