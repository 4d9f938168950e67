import type {Finding} from '../../../records/disclosure.ts';
import type {Answers} from '../answers.ts';
import type {WithholdCase} from '../case.ts';

/** What one question is drawn from, and how its answer is given. */
export interface Page {
  readonly about: WithholdCase;
  readonly answers: Answers;
  /** Something is wrong with what was written; the sentence stands above. */
  readonly hasProblem: boolean;
  /** What was found in the words that everyone may read. */
  readonly findings: readonly Finding[];
  set(change: Partial<Answers>): void;
}
