import type {CompartmentId, RootName} from '@goldthread/schema';

/** Words that a person typed and that couldn't be stored, kept so that they can be read and copied. */
export interface UnsentWords {
  /** Unique on this page; for dismissing it. */
  readonly id: string;
  readonly compartmentId: CompartmentId;
  readonly root: RootName | null;
  readonly text: string;
  /** One sentence for the person: why these words weren't stored. */
  readonly why: string;
  readonly at: Date;
  /** Set where the writer may decide that the words stand there all the same. */
  readonly asks?: boolean;
}
