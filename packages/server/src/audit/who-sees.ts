import type {AuditAction} from '@goldthread/schema';

/**
 * Who sees entries of one kind, besides whoever acted. In every case only entries of documents that the reader receives,
 * and about people of whom the reader may know.
 *
 * - `all`: every reader.
 * - `named`: the person to whom it was done.
 * - `audience`: where the entry belongs to a withheld document, whose readers are named one by one.
 * - `decision`: the same, and where it is about a person.
 * - `contact`: where the entry names a value of the contact store that the reader may read; nobody else, whoever acted.
 * - `lead`: the lead of the plan, unless it was done to the lead.
 * - `nobody`: nobody else.
 */
export type Circle = 'all' | 'named' | 'audience' | 'decision' | 'contact' | 'lead' | 'nobody';

/** What families see: who has looked at what they can see themselves, and what was done in their name. */
export const SEEN_BY_FAMILY: Readonly<Partial<Record<AuditAction, Circle>>> = {
  read: 'all',
  shared: 'all',
  exported: 'all',
  invited: 'named',
  signedIn: 'named',
  codeIssued: 'named',
  passkeyAdded: 'named',
  confirmed: 'named',
  contactRead: 'contact',
  contactWritten: 'contact',
};

/** What professionals see. */
export const SEEN_BY_PROFESSIONALS: Readonly<Record<AuditAction, Circle>> = {
  read: 'all',
  wrote: 'all',
  shared: 'all',
  withheld: 'decision',
  approved: 'decision',
  reviewed: 'decision',
  releaseAsked: 'decision',
  released: 'decision',
  readerAsked: 'decision',
  readerAdded: 'decision',
  undone: 'decision',
  escalated: 'decision',
  // Whoever keeps something from a person looks at the plan as that person first: to tell them would be to warn them.
  viewedAs: 'lead',
  exported: 'all',
  roomOpened: 'all',
  roomNarrowed: 'all',
  brokeGlass: 'audience',
  glassReviewed: 'audience',
  purged: 'all',
  invited: 'all',
  signedIn: 'all',
  codeIssued: 'all',
  passkeyAdded: 'all',
  confirmed: 'all',
  accessChanged: 'all',
  contactRead: 'contact',
  contactWritten: 'contact',
  positionTaken: 'all',
  commented: 'all',
  commentResolved: 'all',
  commentTakenBack: 'all',
  proposed: 'all',
  proposalAnswered: 'all',
  disagreed: 'all',
  askedAgain: 'all',
  traced: 'all',
  // That somebody placed a number is theirs alone until it is shown.
  rated: 'nobody',
  ratingsRevealed: 'all',
  scaleMade: 'all',
  sessionBegun: 'audience',
  sessionReadBack: 'audience',
  saidRight: 'all',
  // Never for families: it would tell who was named.
  helpAsked: 'audience',
  helpDecided: 'audience',
  copied: 'audience',
  disclosureCleared: 'audience',
  stageChanged: 'all',
  safetyChanged: 'all',
  restored: 'all',
};
