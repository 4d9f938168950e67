import {css} from 'lit';

/** What every part of the child's page is made of: big soft buttons, pen lines, big words. */
export const kid = css`
  :host {
    display: block;
    font-size: var(--fs-child);
    line-height: 1.3;
  }
  .picture {
    overflow: visible;
  }
  .pen {
    fill: none;
    stroke: var(--ink);
    stroke-width: 2.6;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .fill.wall-good {
    fill: var(--wall-good);
  }
  .fill.roof-good {
    fill: var(--roof-good);
  }
  .fill.wall-worry {
    fill: var(--wall-worry);
  }
  .fill.roof-worry {
    fill: var(--roof-worry);
  }
  .fill.wall-dream {
    fill: var(--wall-dream);
  }
  .fill.roof-dream {
    fill: var(--roof-dream);
  }
  .fill.leaf {
    fill: var(--leaf);
  }
  .fill.glow {
    fill: var(--glow);
  }
  .fill.sheet {
    fill: var(--sheet);
  }
  .fill.train {
    fill: var(--train);
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
    .pen {
      stroke: CanvasText;
    }
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
