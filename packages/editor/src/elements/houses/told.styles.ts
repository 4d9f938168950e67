import {css} from 'lit';

/** What the child said, and below it what came of it, each led in by one line. */
export const toldStyles = css`
  :host {
    flex: 1;
    display: flex;
    flex-direction: column;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 1rem;
    padding: 0.75rem 1.75rem;
  }
  .bar .grow {
    flex: 1;
  }
  .thing.one .drawing {
    width: min(100%, 22rem);
  }
  .came {
    display: grid;
    gap: 1.1rem;
    margin-left: 0.7rem;
    padding-left: 1.4rem;
    border-left: 3px solid var(--thread);
  }
  .came p {
    margin: 0;
    font-size: 1.375rem;
    line-height: 1.35;
  }
  .came .lead {
    display: flex;
    align-items: center;
    gap: 0.6rem;
    font-weight: var(--w-strong);
  }
  .came .lead .picture {
    flex: none;
    width: 2.6rem;
    height: 2.6rem;
  }
  .came div > p + p {
    margin-top: 0.3rem;
    white-space: pre-line;
  }
  .kid {
    white-space: nowrap;
  }
`;
