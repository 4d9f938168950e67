import type {Kept, Someone} from './shape.ts';

type From = Kept['from'];

export function sealed(...people: Someone[]): From {
  return Object.fromEntries(people.map(who => [who, 'sealed'] as const));
}

export function marked(...people: Someone[]): From {
  return Object.fromEntries(people.map(who => [who, 'marked'] as const));
}

/** What social care keeps: the social worker says so and the manager approves. */
export function byCare(reason: Kept['reason'], readers: readonly Someone[], from: From): Kept {
  return {by: 'socialWorker', approvedBy: 'manager', readers: [...CARE, ...readers], from, reason};
}

export const CARE = ['socialWorker', 'manager'] as const;
export const PARENTS = ['parentWithCare', 'otherParent'] as const;
