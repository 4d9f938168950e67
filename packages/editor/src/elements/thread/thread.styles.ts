import {css} from 'lit';

export const threadStyles = css`
  :host {
    display: block;
    position: relative;
    padding-bottom: 2.3rem;
  }
  .line {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 100%;
    color: var(--thread);
    overflow: visible;
    pointer-events: none;
  }
  path {
    fill: none;
    stroke: currentColor;
    stroke-width: 2;
    stroke-linecap: round;
  }
  li {
    position: relative;
    padding-left: 1.9rem;
  }
  i {
    position: absolute;
    left: 0.25rem;
    top: 1.02rem;
    width: 0.72rem;
    height: 0.72rem;
    border-radius: 50%;
    background: var(--thread);
    border: 0.36rem solid var(--thread);
    z-index: 1;
  }
  .ring {
    left: 0;
    top: 0.8rem;
    width: 1.2rem;
    height: 1.2rem;
    background: var(--sheet);
    border: 4px solid var(--thread);
  }
  button {
    display: flex;
    gap: 0.7em;
    align-items: baseline;
    min-height: var(--target);
    padding: 0.5rem 0;
    font-size: var(--fs-note);
    line-height: 1.4;
    color: var(--ink-2);
    width: 100%;
  }
  button:hover span {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  b {
    color: var(--thread-ink);
    flex: none;
    min-width: 1.6em;
  }
  b:empty {
    display: none;
  }
  span {
    display: -webkit-box;
    -webkit-line-clamp: 3;
    -webkit-box-orient: vertical;
    overflow: hidden;
  }
  .said {
    color: var(--ink);
  }
  .self button {
    color: var(--ink);
  }
  @media (forced-colors: active) {
    .ring {
      background: Canvas;
    }
  }
`;
