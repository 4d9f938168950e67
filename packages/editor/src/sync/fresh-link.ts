import type {CompartmentId, RootName} from '@goldthread/schema';
import {DocLink, type LinkOptions} from './doc-link.ts';
import {knowsEveryNode} from './knows-every-node.ts';
import type {Ticket} from './ticket.ts';
import type {TicketAnswer, TicketSource} from './ticket-source.ts';

/** Pauses between attempts to get a ticket while the server can't be reached, in milliseconds. */
const PAUSES = [500, 1000, 2000, 4000, 8000];

/** A document that has everything the server had, and what its person may write there. */
interface FreshLink {
  readonly kind: 'fresh';
  readonly link: DocLink;
  readonly roots: readonly RootName[];
}

/** The outcome of fetching a document anew. */
export type Fetched =
  FreshLink | {readonly kind: 'ended'; readonly why: 'signedOut' | 'gone'} | {readonly kind: 'outOfDate'};

/** Fetches a document anew under a new client id, waiting as long as the server can't be reached. */
export async function openFresh(
  tickets: TicketSource,
  id: CompartmentId,
  linkOptions: (ticket: Ticket) => Omit<LinkOptions, 'listener'>,
  isOver: () => boolean,
): Promise<Fetched> {
  const answer = await ticketWhenReachable(tickets, id, isOver);
  if (!answer.ok) return {kind: 'ended', why: answer.error === 'signedOut' ? 'signedOut' : 'gone'};
  const fresh = await openSynced(linkOptions(answer.value));
  if (fresh === null || isOver()) return {kind: 'ended', why: 'gone'};
  return knowsEveryNode(fresh.link.doc) ? fresh : {kind: 'outOfDate'};
}

/** Opens a document and waits until it has everything; null if the server closed it for good before that. */
function openSynced(options: Omit<LinkOptions, 'listener'>): Promise<FreshLink | null> {
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
        onSynced: () => resolve({kind: 'fresh', link, roots}),
        onClosed: giveUp,
        onFault: giveUp,
        onDropped: () => undefined,
        onLedger: () => undefined,
      },
    });
  });
}

/** Asks for a ticket until the server can be reached or `isOver`. */
async function ticketWhenReachable(
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
