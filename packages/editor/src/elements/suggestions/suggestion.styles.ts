import {css} from 'lit';

export const suggestionStyles = css`
  :host {
    display: block;
    margin: var(--s2) 0 var(--s3);
    white-space: normal;
    cursor: default;
    font-size: var(--fs-ui);
  }
  .frame {
    position: relative;
    max-width: calc(var(--measure) + 2rem);
    padding: 0.3rem 0 0.3rem 2.6rem;
    border-left: 4px double var(--ink-2);
  }
  .pen {
    position: absolute;
    left: 0.6rem;
    top: 0.4rem;
    width: 1.2rem;
    height: 1.2rem;
    color: var(--ink-2);
  }
  .pen > * {
    display: block;
    width: 100%;
    height: 100%;
    margin: 0;
  }
  #title {
    font-weight: var(--w-strong);
    line-height: 1.4;
  }
  p {
    line-height: 1.45;
  }
  .note,
  .steps,
  .box {
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  ::slotted([slot='words']) {
    display: block;
    margin: var(--s1) 0 var(--s2);
    padding: var(--s2) var(--s3);
    border: 1px solid var(--line-strong);
    border-radius: var(--r-sheet);
    background: var(--sheet);
  }
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: var(--s3);
    margin: var(--s2) 0 var(--s4);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--s2) var(--s4);
    margin-top: var(--s2);
  }
  label {
    display: block;
    margin: var(--s2) 0 var(--s1);
    font-size: var(--fs-note);
    color: var(--ink-2);
  }
  textarea {
    display: block;
    width: 100%;
    padding: var(--s2) var(--s3);
    line-height: 1.45;
    resize: vertical;
  }
  .problem {
    margin: var(--s2) 0;
    padding: var(--s3) var(--s4);
    border: 2px solid var(--disagree);
    border-radius: var(--r-sheet);
  }
  .problem .btn {
    margin: var(--s2) var(--s2) 0 0;
  }
  @media (forced-colors: active) {
    .frame {
      border-left-color: CanvasText;
    }
    .pen {
      color: CanvasText;
    }
  }
`;
