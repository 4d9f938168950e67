import {assertNever, STAGES} from '@goldthread/schema';
import type {AuditEntry, NamedPerson} from '../../records/audit.ts';
import {clockTime, dayIn} from '../../words/clock-time.ts';
import {looked} from '../../words/en/looked.ts';
import {people} from '../../words/en/people.ts';
import {plan} from '../../words/en/plan.ts';

/** One line of the list: when, and what was done in one sentence. */
export interface AuditLine {
  readonly time: string;
  readonly sentence: string;
}

/** The lines of one day, newest first. */
export interface AuditDay {
  readonly day: string;
  readonly lines: readonly AuditLine[];
}

/** What the sentences need to know of whoever reads them. */
export interface AuditReader {
  readonly isMe: (person: NamedPerson) => boolean;
  /** What an item is called on this page; empty where the page doesn't have it. */
  readonly nameOf: (item: string) => string;
}

/** Entries, newest first, as days with lines. Several documents that one person opens at once make one line. */
export function auditDays(entries: readonly AuditEntry[], reader: AuditReader): readonly AuditDay[] {
  const days = Map.groupBy(together(entries), ([first]) => dayIn(first.at));
  return [...days].map(([day, groups]) => ({
    day,
    lines: groups.map(group => ({time: clockTime(group[0].at), sentence: sentenceOf(group, reader)})),
  }));
}

/** How far apart what one person opens may be and still be told as one. */
const AT_ONCE_MS = 60_000;

type Group = readonly [AuditEntry, ...AuditEntry[]];

/** Opening a plan opens each document that the person receives: a list of those would say one thing many times. */
function together(entries: readonly AuditEntry[]): readonly Group[] {
  const groups: [AuditEntry, ...AuditEntry[]][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && isSame(last[0], entry)) last.push(entry);
    else groups.push([entry]);
  }
  return groups;
}

function isSame(one: AuditEntry, other: AuditEntry): boolean {
  const isOfDocuments = one.action === 'read' || one.action === 'wrote' || one.action === 'exported';
  if (!isOfDocuments || one.action !== other.action || one.actor?.id !== other.actor?.id) return false;
  return dayIn(one.at) === dayIn(other.at) && one.at.getTime() - other.at.getTime() < AT_ONCE_MS;
}

function sentenceOf(group: Group, reader: AuditReader): string {
  const ids = new Set(group.flatMap(({itemIds}) => itemIds));
  const names = [...ids].map(reader.nameOf).filter(name => name !== '');
  const about = names.length === 0 ? '' : ` ${looked.about(people.and(names))}`;
  return deed(group, reader) + about;
}

function deed(group: Group, reader: AuditReader): string {
  const [{action, actor, subject, detail}] = group;
  const say = looked.did;
  const who = actor === null ? looked.service : reader.isMe(actor) ? looked.me : actor.name;
  const whom = subject === null ? looked.somebody : reader.isMe(subject) ? looked.toMe : subject.name;
  switch (action) {
    case 'read':
    case 'wrote':
    case 'exported':
      return say[action](who, partsOf(group));
    case 'viewedAs':
    case 'invited':
    case 'codeIssued':
      return say[action](who, whom);
    case 'signedIn':
      return detail['device'] === 'shared' ? say.signedInShared(who) : say.signedIn(who);
    case 'confirmed':
      return detail['by'] === 'passkey' ? say.confirmedByPasskey(who) : say.confirmedByCode(who);
    case 'accessChanged':
      return detail['root'] === undefined ? say.accessChanged(who, whom) : say.coWritingChanged(who);
    case 'stageChanged':
      return say.stageChanged(who, stageText(detail['to']));
    case 'safetyChanged':
      return say.safetyChanged(who);
    case 'escalated':
    case 'restored':
      return say[action]();
    case 'shared':
    case 'withheld':
    case 'approved':
    case 'reviewed':
    case 'releaseAsked':
    case 'released':
    case 'readerAsked':
    case 'readerAdded':
    case 'undone':
    case 'roomOpened':
    case 'roomNarrowed':
    case 'brokeGlass':
    case 'glassReviewed':
    case 'purged':
    case 'passkeyAdded':
    case 'contactRead':
    case 'contactWritten':
    case 'proposed':
    case 'proposalAnswered':
    case 'positionTaken':
    case 'commented':
    case 'commentResolved':
    case 'commentTakenBack':
    case 'disagreed':
    case 'askedAgain':
    case 'traced':
    case 'rated':
    case 'ratingsRevealed':
    case 'scaleMade':
    case 'sessionBegun':
    case 'sessionReadBack':
    case 'saidRight':
    case 'helpAsked':
    case 'helpDecided':
    case 'copied':
    case 'disclosureCleared':
      return say[action](who);
    default:
      return assertNever(action);
  }
}

/** "the plan, the Three Houses and a private note", each once. */
function partsOf(group: Group): string {
  const found = new Set(group.map(({detail}) => detail['part'] ?? 'shared'));
  const known = (['shared', 'voice', 'withheld'] as const).filter(part => found.has(part));
  return known.length === 0 ? looked.parts.shared : people.and(known.map(part => looked.parts[part]));
}

function stageText(code: string | undefined): string {
  const stage = STAGES.find(one => one === code);
  return stage === undefined ? '' : plan.stages[stage];
}
