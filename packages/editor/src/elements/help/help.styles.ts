import {css} from 'lit';

export const helpStyles = css`
  h2 {
    font-size: var(--fs-h2);
    margin-bottom: var(--s2);
  }
  h3 {
    font-size: var(--fs-ui);
    margin-top: var(--s4);
  }
  p {
    color: var(--ink-2);
  }
  .call {
    font-size: var(--fs-lead);
    color: var(--ink);
  }
  .call a {
    display: inline-flex;
    align-items: center;
    min-height: var(--target);
  }
  dl > div {
    display: grid;
    grid-template-columns: 6.5rem 1fr;
    gap: var(--s3);
    padding: 0.3rem 0;
    border-bottom: 1px solid var(--line);
    line-height: 1.35;
  }
  dt {
    font-weight: var(--w-strong);
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: var(--s3);
    margin-top: var(--s5);
  }
  .acts .btn {
    min-width: 8rem;
  }
`;
