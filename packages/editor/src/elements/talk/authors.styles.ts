import {css} from 'lit';

export const authorsStyles = css`
  .passage {
    padding: var(--s2) 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .block + .block {
    margin-top: var(--s5);
  }
  .passage p {
    white-space: pre-wrap;
  }
  small,
  dt {
    display: block;
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  dl > div {
    padding: var(--s2) 0;
    border-top: 1px solid var(--line);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  @media (forced-colors: active) {
    .passage,
    dl > div {
      border-color: CanvasText;
    }
  }
`;
