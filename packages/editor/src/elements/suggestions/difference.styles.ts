import {css} from 'lit';

/** How two wordings differ: by a line below and a line through, which need no colour. */
export const differenceStyles = css`
  .difference {
    margin: var(--s2) 0;
    overflow-wrap: anywhere;
  }
  ins {
    color: var(--added);
    font-weight: var(--w-strong);
    text-decoration: underline 2px;
    text-underline-offset: 0.2em;
  }
  del {
    color: var(--removed);
    text-decoration: line-through 2px;
  }
  .heard {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .difference dl div {
    display: flex;
    flex-wrap: wrap;
    column-gap: var(--s2);
    font-size: var(--fs-note);
  }
  .difference dt {
    color: var(--ink-2);
  }
  .difference dd {
    margin: 0;
  }
  @media (forced-colors: active) {
    ins,
    del {
      color: CanvasText;
    }
  }
`;
