import {css} from 'lit';

export const noticeStyles = css`
  :host {
    display: block;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s1) var(--s4);
    padding: 0.35rem var(--s5);
    min-height: var(--target);
    background: var(--sunk);
    border-bottom: 1px solid var(--line);
  }
  p {
    font-size: var(--fs-ui);
    line-height: 1.4;
  }
`;
