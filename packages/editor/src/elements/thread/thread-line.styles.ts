import {css} from 'lit';

export const threadLineStyles = css`
  :host {
    display: contents;
  }
  :host(:not([tied])) {
    display: none;
  }
  .toggle {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-height: var(--target);
    margin-block: -0.4rem;
    color: var(--thread-ink);
    font-size: var(--fs-note);
  }
  .toggle:hover span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  i {
    width: 0.72rem;
    height: 0.72rem;
    border-radius: 50%;
    background: var(--thread);
    border: 0.36rem solid var(--thread);
  }
  goldthread-thread {
    order: 9;
    flex-basis: 100%;
    margin: var(--s1) 0 var(--s3);
  }
`;
