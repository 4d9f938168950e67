import type {CompartmentId, RootName} from '@goldthread/schema';
import {DocLink, type LinkOptions} from './doc-link.ts';
import type {TicketAnswer, TicketSource} from './ticket-source.ts';

/** Pauses between attempts to get a ticket while the server can't be reached, in milliseconds. */
const PAUSES = [500, 1000, 2000, 4000, 8000];

/** A document that has everything the server had, and what its person may write there. */
export interface FreshLink {
  readonly link: DocLink;
  readonly roots: readonly RootName[];
}

/** Opens a document and waits until it has everything; null if the server closed it for good before that. */
export function openSynced(options: Omit<LinkOptions, 'listener'>): Promise<FreshLink | null> {
  return new Promise(resolve => {
    let roots: readonly RootName[] = [];
    const giveUp = (): void => {
      link.destroy();
      resolve(null);
    };
    const link: DocLink = new DocLink({
      ...options,
      listener: {
        onMessage: message => {
          if (message.kind === 'hello' || message.kind === 'rights') roots = message.writableRoots;
        },
        onSynced: () => resolve({link, roots}),
        onClosed: giveUp,
        onFault: giveUp,
        onDropped: () => undefined,
        onLedger: () => undefined,
      },
    });
  });
}

/** Asks for a ticket until the server can be reached or `isOver`. */
export async function ticketWhenReachable(
  tickets: TicketSource,
  id: CompartmentId,
  isOver: () => boolean,
): Promise<TicketAnswer> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await tickets(id);
    const mayHelp = !answer.ok && (answer.error === 'offline' || answer.error === 'broken');
    if (!mayHelp || isOver()) return answer;
    const pause = PAUSES[Math.min(attempt, PAUSES.length - 1)] ?? 0;
    await new Promise(resolve => setTimeout(resolve, pause));
  }
}
