import {css} from 'lit';

export const commentsStyles = css`
  .thread {
    padding: var(--s4) 0;
    border-top: 1px solid var(--line);
  }
  .thread li {
    padding: var(--s2) 0;
    overflow-wrap: anywhere;
  }
  .thread li + li {
    padding-left: var(--s4);
    border-left: 2px solid var(--line);
  }
  .who {
    font-weight: var(--w-strong);
  }
  small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  .said {
    white-space: pre-wrap;
  }
  .thread blockquote {
    margin-bottom: var(--s2);
  }
  .thread .buttons .quiet,
  li .quiet {
    font-size: var(--fs-note);
  }
  hr {
    border: 0;
    border-top: 1px solid var(--line);
  }
  textarea + .buttons,
  .problem + .buttons {
    margin-block: var(--s3);
  }
  select {
    display: block;
    width: 100%;
    max-width: 100%;
    min-height: var(--target);
    text-overflow: ellipsis;
  }
  .problem .btn {
    margin: var(--s2) var(--s2) 0 0;
  }
  [role='status'] {
    min-height: 1.5em;
  }
  @media (forced-colors: active) {
    .thread,
    .thread li + li {
      border-color: CanvasText;
    }
  }
`;
