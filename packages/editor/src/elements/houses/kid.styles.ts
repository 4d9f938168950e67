import {css} from 'lit';
import {pens} from './pens.styles.ts';

/** Besides {@link pens}, what every part of the child's page is made of: big soft buttons, pen lines, big words. */
const buttons = css`
  :host {
    display: block;
    font-size: var(--fs-child);
    line-height: 1.3;
  }
  .kid {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0.6rem;
    min-width: var(--target-child);
    min-height: var(--target-child);
    padding: 0.4rem 1.1rem;
    border: 2px solid transparent;
    border-radius: var(--r-child);
    font-size: 1.375rem;
    font-weight: var(--w-strong);
    line-height: 1.2;
    text-align: center;
  }
  .kid > .picture {
    width: 2.6rem;
    height: 2.6rem;
  }
  .symbol .pen {
    stroke-width: 2;
  }
  .kid:hover {
    background: var(--sunk);
  }
  .kid.line,
  .kid[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--sheet);
  }
  .kid[aria-pressed='true'] {
    box-shadow: inset 0 0 0 3px var(--ink);
  }
  .kid.main {
    background: var(--action);
    color: var(--on-action);
  }
  .kid.main:hover {
    background: var(--action-press);
  }
  .kid:disabled,
  .kid.main:disabled {
    border: 2px dashed var(--line-strong);
    background: none;
    color: var(--ink-2);
  }
  .drawing {
    display: block;
    height: auto;
    background: var(--drawing-paper);
    border: 1px solid var(--line-strong);
    border-radius: 4px;
    forced-color-adjust: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 1rem;
    align-items: center;
  }
  .say {
    font-size: 1.375rem;
  }
  h1,
  h2 {
    font-size: 1.875rem;
  }
  @media (forced-colors: active) {
    .kid {
      border-color: ButtonText;
    }
    .kid[aria-pressed='true'] {
      border-color: Highlight;
      box-shadow: none;
      outline: 3px solid Highlight;
    }
    .kid.main {
      background: ButtonFace;
      color: ButtonText;
    }
    .kid:disabled,
    .kid.main:disabled {
      border-color: GrayText;
      color: GrayText;
    }
  }
`;

/** The same with the pens of its pictures. */
export const kid = [pens, buttons];
