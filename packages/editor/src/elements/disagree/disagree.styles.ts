import {css} from 'lit';

export const disagreeStyles = css`
  .matter {
    padding: var(--s4) 0;
    border-top: 1px solid var(--line);
  }
  .matter h2 {
    margin-top: 0;
  }
  .matter blockquote {
    margin-bottom: var(--s3);
  }
  ol,
  ul {
    padding: 0;
    list-style: none;
  }
  li {
    padding: var(--s2) 0;
    overflow-wrap: anywhere;
  }
  .said {
    white-space: pre-wrap;
  }
  small {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  select {
    display: block;
    width: 100%;
    min-height: var(--target);
  }
  @media (min-width: 46.01rem) {
    .sides {
      display: grid;
      grid-template-columns: repeat(2, minmax(0, 1fr));
      column-gap: var(--s5);
    }
  }
  @media (forced-colors: active) {
    .matter {
      border-color: CanvasText;
    }
  }
`;
