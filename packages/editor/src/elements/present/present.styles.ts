import {css} from 'lit';

/** One thing of the child's on the whole screen, large enough for a room. */
export const presentStyles = css`
  main {
    display: flex;
    flex-direction: column;
    min-height: calc(100vh - var(--above, 5rem));
    padding-block: 1.5rem;
  }
  .sheet {
    padding: clamp(1.25rem, 4vw, 3rem);
  }
  .thing.one {
    font-size: clamp(1.625rem, 4vw, 3rem);
    line-height: 1.3;
    margin-block: auto;
  }
  .how {
    font-size: 1.125rem;
    color: var(--ink-2);
  }
  .acts {
    padding: 1rem 1.75rem 0;
  }
  main > h1,
  main > .say {
    padding-inline: 1.75rem;
  }
  @media (max-width: 44rem) {
    main {
      padding-block: 0.75rem;
    }
    .acts {
      padding-inline: 0.75rem;
    }
  }
`;
