import {css} from 'lit';

/** The sheet of one house, what lies on it, and the tools below it. */
export const sheet = css`
  .sheet {
    flex: 1;
    display: flex;
    flex-direction: column;
    gap: 1.25rem;
    margin: 0 1.75rem;
    padding: 1.4rem 2rem 1.6rem;
    background: var(--sheet);
    border-radius: 4px;
    box-shadow: var(--shadow-sheet);
    overflow-wrap: anywhere;
  }
  .sheet > h1 {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.7rem;
  }
  .sheet > h1 .house {
    width: 3.6rem;
    height: 3.9rem;
    margin: -0.6rem 0;
  }
  .sheet > .kid {
    align-self: flex-start;
  }
  .things {
    display: flex;
    flex-wrap: wrap;
    gap: 1.25rem 2rem;
    align-items: flex-start;
  }
  .thing {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
    max-width: 34rem;
    font-weight: 500;
    white-space: pre-line;
  }
  .thing .symbol {
    width: 5.25rem;
    height: 5.25rem;
  }
  .thing .drawing {
    width: min(100%, 22rem);
    background: var(--drawing-paper);
    border: 1px solid var(--line);
    border-radius: 4px;
  }
  .thing.one {
    font-size: 1.875rem;
    max-width: none;
  }
  .thing.one .drawing {
    width: min(100%, 44rem);
  }
  .eye {
    display: inline-flex;
    align-items: center;
    gap: 0.6rem;
    padding: 0.4rem 1rem;
    min-height: var(--target-child);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-child);
    background: var(--sheet);
    font-size: 1.25rem;
    font-weight: 500;
    line-height: 1.2;
  }
  .eye .picture {
    width: 2.6rem;
    height: 2.6rem;
  }
  .tools {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    gap: 1rem;
    padding: 1rem 1.75rem 1.25rem;
  }
  .tools .kid {
    border-color: var(--ink);
    background: var(--sheet);
    min-height: 4.75rem;
  }
  .tools .kid:hover {
    background: var(--sunk);
  }
  .write {
    display: grid;
    gap: 0.5rem;
  }
  textarea,
  .write input {
    font: inherit;
    font-size: 1.625rem;
    line-height: 1.4;
    color: var(--ink);
    background: var(--sheet);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-control);
    padding: 0.75rem 1rem;
    width: 100%;
    resize: vertical;
  }
  .young .tools .kid {
    font-size: 1.625rem;
  }
  @media (max-width: 44rem) {
    .tools {
      grid-template-columns: minmax(0, 1fr);
      padding: 1rem 0.5rem;
    }
    .sheet {
      margin: 0 0.5rem;
      padding: 1rem;
    }
  }
`;
