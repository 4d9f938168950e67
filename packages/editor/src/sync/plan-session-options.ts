import type {PlanId} from '@goldthread/schema';
import type {PlanCopies} from './plan-copy.ts';

/** How a page opens a plan. */
export interface PlanSessionOptions {
  /** Such as `https://plan.example`. */
  readonly origin: string;
  readonly planId: PlanId;
  /** Which of the people signed in in this browser this page is for. */
  readonly participantId?: string;
  /** What the page knows of the device; the server's record wins when it can be asked. */
  readonly device?: 'own' | 'shared';
  /** Where an own device may keep an encrypted copy; without it nothing is kept anywhere. */
  readonly copies?: PlanCopies;
  /** A session token, asked for before each request; without it the browser's cookie speaks. */
  readonly token?: () => string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly now?: () => Date;
}

/** Where a plan is in being opened. `offline` is open from this device, without a connection so far. */
export type PlanSessionStatus =
  'opening' | 'open' | 'offline' | 'unreachable' | 'signedOut' | 'gone' | 'stopped';
