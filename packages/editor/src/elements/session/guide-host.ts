import type {ItemId, ParticipantId, RootName} from '@goldthread/schema';
import type {Finding} from '../../records/disclosure.ts';
import type {HouseSession, SessionChange} from '../../records/house-sessions.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import type {HttpRefusal, PlanHttp} from '../../sync/plan-http.ts';
import type {HousesSeen, HouseWords} from '../houses/house-words.ts';
import type {Step} from './steps.ts';

/** What of a session stands on the screen. */
export type GuideView =
  | {readonly kind: 'list'}
  | {readonly kind: 'step'; readonly step: Step}
  | {readonly kind: 'say'; readonly root: RootName}
  | {readonly kind: 'ask'; readonly item: ItemId}
  | {readonly kind: 'calm'; readonly from: Step}
  | {readonly kind: 'summary'};

/** What the child says of who may see something, while it is asked. */
export interface Choosing {
  readonly may: 'everyone' | readonly ParticipantId[];
  readonly mayNot: readonly ParticipantId[];
  readonly isShownByChild: boolean;
  readonly isForRest: boolean;
  readonly findings: readonly Finding[];
  readonly cleared: readonly string[];
}

/** What the pages of the guide, and what is done on them, ask of the element that holds them. */
export interface GuideHost {
  readonly http: PlanHttp;
  readonly facts: PlanFacts;
  readonly session: HouseSession;
  /** What stands in the houses for this person. */
  readonly seen: HousesSeen;
  problem: string;
  news: string;
  isBusy: boolean;
  choosing: Choosing;
  /** What stands in a box: typed before, or what was written down. */
  text(box: string, written?: string): string;
  type(box: string, text: string): void;
  /** Writes something down at once. */
  set(change: SessionChange): void;
  /** Writes down what stands in boxes; answers whether it is written. */
  save(change: SessionChange, boxes: readonly string[]): Promise<boolean>;
  go(view: GuideView): void;
  refuse(refusal: HttpRefusal): void;
  /** The session as the server has just said it. */
  know(session: HouseSession): void;
  /** Asks the server anew for what was written. */
  reload(): Promise<void>;
  /** Leaves the guide for words in the plan, to change them. */
  goToWords(words: HouseWords): void;
  /** Shows what was written to a room. */
  present(): void;
  /** Leaves the guide; it goes on where it was. */
  close(): void;
}
