import {css} from 'lit';

export const nextStepsStyles = css`
  :host {
    display: block;
    margin: var(--s4) 0;
  }
  h2 {
    font-size: var(--fs-ui);
    margin: 0 0 var(--s1);
  }
  h3 {
    font-size: var(--fs-note);
    margin: var(--s3) 0 var(--s1);
  }
  details {
    border-bottom: 1px solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    gap: var(--s2);
    min-height: var(--target);
    cursor: pointer;
  }
  summary span {
    text-decoration: underline;
  }
  summary::before {
    content: '+' / '';
    width: 1ch;
  }
  details[open] > summary::before {
    content: '−' / '';
  }
  .inside {
    padding: 0 0 var(--s3) var(--s4);
    overflow-wrap: anywhere;
  }
  .said {
    white-space: pre-wrap;
  }
  ul {
    margin: 0;
    padding-left: 1.2rem;
    list-style: disc;
  }
  li + li {
    margin-top: var(--s1);
  }
  .inside a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  @media (forced-colors: active) {
    details {
      border-color: CanvasText;
    }
  }
`;
