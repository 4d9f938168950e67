import {css} from 'lit';

export const linkPickerStyles = css`
  :host {
    display: block;
    min-width: 0;
  }
  p {
    font-size: var(--fs-note);
    color: var(--ink-2);
    line-height: 1.3;
    margin-bottom: 0.2rem;
  }
  li {
    display: grid;
    grid-template-columns: 1.4rem 1fr auto;
    align-items: center;
    font-size: var(--fs-note);
    line-height: 1.35;
  }
  i {
    width: 0.72rem;
    height: 0.72rem;
    border-radius: 50%;
    background: var(--thread);
    border: 0.36rem solid var(--thread);
  }
  .quiet {
    font-size: var(--fs-note);
    justify-content: flex-end;
  }
  .next {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.8rem;
    align-items: center;
  }
  select {
    width: 100%;
    font-size: var(--fs-ui);
    text-overflow: ellipsis;
  }
`;
