import type {PlanId, Result} from '@goldthread/schema';
import type {ApiProblem} from './ticket-source.ts';

/** Why an answer can't be used, in the server's own words where it gave some. */
export interface HttpRefusal {
  readonly problem: ApiProblem;
  /** The server's code, such as `MUST_ACT`; empty where it gave none. */
  readonly code: string;
  /** The server's sentence for the person; empty where it gave none. */
  readonly sentence: string;
  /** What the server found in words that it won't show to more people yet, as it came. */
  readonly findings?: unknown;
  /** What the person's own side says now, where somebody of it answered meanwhile, as it came. */
  readonly position?: unknown;
}

/** The server of one plan, asked as the person whose page this is. Never throws for what network or server do. */
export interface PlanHttp {
  readonly planId: PlanId;
  /** `path` is one of the server, from its `/` on; answers with the body as it came, `{}` where there was none. */
  ask(method: string, path: string, body?: object): Promise<Result<unknown, HttpRefusal>>;
}
