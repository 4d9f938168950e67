import {css} from 'lit';

/** Cards with a picture and a word. */
export const pickStyles = css`
  :host {
    display: grid;
    gap: 1rem;
  }
  .cards {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(8.5rem, 1fr));
    gap: 1rem;
  }
  .card {
    width: 100%;
    height: 100%;
    align-content: center;
    flex-direction: column;
    padding: 1rem 0.5rem;
  }
  .card .symbol {
    width: 6rem;
    height: 6rem;
  }
  .letter {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.6rem;
  }
  .letter input {
    width: var(--target-child);
    min-height: var(--target-child);
    font: inherit;
    text-align: center;
    color: var(--ink);
    background: var(--sheet);
    border: 2px solid var(--line-strong);
    border-radius: var(--r-control);
  }
  .picked {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    min-height: 3.5rem;
    font-size: 1.375rem;
  }
  .picked .small {
    width: 3rem;
    height: 3rem;
  }
`;
