import type {PlanAddress} from '../../controllers/session-controller.ts';

/** What an element was told by its page. */
interface Told {
  readonly src: string;
  readonly plan: string;
  readonly participant: string;
  readonly token: string;
  readonly device: string;
}

/** The origin of the server that a page means; null where its address is none. */
export function originOf(src: string, page: {readonly origin: string; readonly href: string}): string | null {
  return src === '' ? page.origin : (URL.parse(src, page.href)?.origin ?? null);
}

/**
 * Whether something may stay on the device. On a page of another origin only if the page says that it is the person's
 * own; nowhere where it is said to be shared, as the screen of a room is.
 */
export function mayKeep(
  {src, device}: Pick<Told, 'src' | 'device'>,
  page: {readonly origin: string; readonly href: string},
): boolean {
  return device === 'own' || (device !== 'shared' && originOf(src, page) === page.origin);
}

/**
 * Which plan to open, as whom, and whether anything may stay on the device; null while that can't be known. On a page
 * of another origin no cookie says who asks, so such a page has to bring a token first.
 */
export function whereFrom(
  told: Told,
  page: {readonly origin: string; readonly href: string},
): PlanAddress | null {
  const origin = originOf(told.src, page);
  const isForeign = origin !== page.origin;
  if (origin === null || told.plan === '' || (isForeign && told.token === '')) return null;
  return {
    origin,
    planId: told.plan,
    participantId: told.participant,
    token: told.token,
    mayKeep: mayKeep(told, page),
  };
}
