import type {Stance} from '@goldthread/schema';
import type {Finding} from '@goldthread/schema/disclosure';
import {spec, type ErrorSpec} from './error-spec.ts';

/**
 * Every error of the HTTP interface, by code. The close codes of a sync socket and the refusals of an update stand
 * in `@goldthread/schema/wire`, because both ends read them; `docs/errors.md` shows all three and a test compares.
 * A code is never given another meaning. What is forbidden answers exactly as what is missing: NOT_FOUND.
 */
export const ERRORS = {
  BAD_REQUEST: spec(400, 'quiet', 'That request is not what this address takes.'),
  SIGNED_OUT: spec(401, 'quiet', 'You are signed out. Open your link again, or ask for a new one.'),
  NOT_FOUND: spec(
    404,
    'quiet',
    'There is nothing here for you. Your link may be old, or your access may have changed.',
  ),
  LINK_STOPPED: spec(404, 'quiet', 'This link has stopped working. A link works once. Ask for a new one.'),
  ALREADY_CHANGED: spec(409, 'quiet', 'Somebody changed this a moment ago. Look again, then try once more.'),
  IN_ROOM: spec(409, 'quiet', 'Everyone in the room sees this screen. Go back to your own view for this.'),
  STAGE_ORDER: spec(409, 'quiet', 'The plan cannot go from its stage to that one.'),
  NOT_CONFIRMED: spec(
    409,
    'quiet',
    'Somebody else could have opened the link that you came in with. Show first that it is you.',
  ),
  CODE_STOPPED: spec(
    409,
    'quiet',
    'This code does not work. Ask for a new one, from somebody else than who sent you the link.',
  ),
  NO_PASSKEY: spec(409, 'quiet', 'You have no passkey here. Ask somebody else on the plan for a code.'),
  PASSKEY_FAILED: spec(
    409,
    'quiet',
    'Your device could not show that it is you. Try again, or ask for a code.',
  ),
  PROVE_AGAIN: spec(409, 'quiet', 'Show once more that it is you first: with your passkey or a new code.'),
  NEEDS_SECOND_PERSON: spec(409, 'quiet', 'Somebody else has to approve this. You asked for it yourself.'),
  NOTHING_WITHHELD: spec(409, 'quiet', 'Say what is to be kept private.'),
  STAYS_KNOWN: spec(
    409,
    'quiet',
    'Everybody on the plan knows the child and the lead. Let somebody else lead it first.',
  ),
  HIDDEN_LEAD: spec(409, 'quiet', 'This person is kept from somebody on the plan, and so cannot lead it.'),
  HIDDEN_BEFORE: spec(409, 'quiet', 'Somebody you named does not know of this person as it is.'),
  HIDDEN_FROM_NOBODY: spec(409, 'quiet', 'Say who should not see it.'),
  NOT_ON_PLAN: spec(409, 'quiet', 'Somebody you named is not on this plan.'),
  NAMED_TWICE: spec(409, 'quiet', 'Somebody is named both as a reader and as someone who should not see it.'),
  MUST_ACT: spec(
    409,
    'quiet',
    'Nothing can be kept from somebody who must act to protect the child. Take them off the list.',
  ),
  AUDIENCE_LACKS_PROTECTOR: spec(
    409,
    'quiet',
    'Somebody who can act to protect the child has to be able to read this. Add the social worker or their manager.',
  ),
  CHILD_OWN_WORDS: spec(409, 'quiet', 'A child’s own words cannot be kept from that child.'),
  CHILD_WORDS_APART: spec(
    409,
    'quiet',
    'The child can always read their own words. Keep them apart from what the child should not read.',
  ),
  OWN_WORDS_STAY: spec(409, 'quiet', 'Nobody puts other words in place of somebody’s own.'),
  SESSION_NOT_READY: spec(409, 'quiet', 'Say first whether a parent knows, where you are and who is there.'),
  SESSION_OPEN: spec(409, 'quiet', 'A session with the child is open already. End it first.'),
  NO_FILE: spec(415, 'quiet', 'Send a picture (JPEG or PNG), a PDF or a voice note.'),
  PICTURE_TELLS: spec(
    415,
    'quiet',
    'This picture holds more than it shows, such as where it was taken. Take that out first.',
  ),
  FILE_GONE: spec(409, 'quiet', 'A file that you added is not here any more. Add it again.'),
  MANY_FILES: spec(409, 'quiet', 'There are too many files that wait to be sent. Take one out first.'),
  NO_RECORDING: spec(415, 'quiet', 'That is no sound that can be kept. Record it again.'),
  HELP_FIRST: spec(409, 'quiet', 'A grown-up has to look at this first. Then you can choose again.'),
  HOUSE_NAME_TELLS: spec(409, 'quiet', 'Everyone reads names. Put it in your worries, so that we can help.'),
  CHILD_KEEPS_IT: spec(409, 'quiet', 'The child keeps this from somebody, so it cannot be in the plan.'),
  NOT_OWN_WORDS: spec(409, 'quiet', 'Somebody else put this into words. It is no quotation.'),
  NO_WORDS: spec(409, 'quiet', 'There are no words in this. Ask the child what it says.'),
  CHILD_NOT_TOLD: spec(409, 'quiet', 'Say what the child was told, why not yet, or why it is unsafe.'),
  MAY_NOT_OVERRIDE: spec(409, 'quiet', 'Two people who decide about safety decide this, and not its reader.'),
  HELD_BY_DECISION: spec(
    409,
    'quiet',
    'A grown-up keeps this safe for you now. Talk to the person who helps you with your plan.',
  ),
  PROPOSER_LEFT_OUT: spec(409, 'quiet', 'You have to be among those who can read it.'),
  MAY_NOT_PROPOSE: spec(
    409,
    'quiet',
    'Somebody else has to decide this. Ask the key worker or the social worker.',
  ),
  MAY_NOT_APPROVE: spec(
    409,
    'quiet',
    'Somebody else has to approve this, who reads it and holds the office for it.',
  ),
  MAY_NOT_REVIEW: spec(409, 'quiet', 'Somebody else has to look at this again.'),
  MAY_NOT_RELEASE: spec(409, 'quiet', 'Opening this takes two different people who may decide about it.'),
  REASON_NEEDED: spec(409, 'quiet', 'Say on what legal ground it is kept private.'),
  OPEN_REASON_NEEDED: spec(
    409,
    'quiet',
    'Write a reason that everybody may read, for the outcome or help that rests on this.',
  ),
  OPEN_REASON_TELLS: spec(
    409,
    'quiet',
    'The reason that everybody may read gives something of it away. Change it.',
  ),
  REVIEW_NOT_AHEAD: spec(409, 'quiet', 'The day to look at it again has to lie ahead.'),
  REVIEW_TOO_LATE: spec(409, 'quiet', 'That is too late. Choose an earlier day to look at it again.'),
  SAFE_WORDING_NEEDED: spec(
    409,
    'quiet',
    'This stands in the legal text of the plan. Say what words stay there, or that nothing stays.',
  ),
  SAFE_WORDING_TELLS: spec(409, 'quiet', 'The words that stay give something of it away. Change them.'),
  TOO_LATE_TO_UNDO: spec(409, 'quiet', 'That can no longer be undone. Opening it again takes two people.'),
  NOTE_STAYS: spec(
    409,
    'quiet',
    'A private note cannot be opened. Write what everybody may read in the plan itself.',
  ),
  DISCLOSURE: spec(
    409,
    'quiet',
    'Some of these words could tell somebody more than they should know. Look at each place first.',
  ),
  GLASS_TOO_OFTEN: spec(409, 'quiet', 'You did this twice within a week. Ask a manager to do it.'),
  POSITION_CHANGED: spec(
    409,
    'quiet',
    'Your side gave another answer a moment ago. Look at it, then say what is right.',
  ),
  WORDS_NOT_THERE: spec(
    409,
    'quiet',
    'These words are not there any more. Choose them again, or write about the whole part.',
  ),
  NOT_YOUR_DISAGREEMENT: spec(
    409,
    'quiet',
    'Only whoever does not agree can say that they agree now, or take it back.',
  ),
  NOT_FOR_YOU_TO_DECIDE: spec(409, 'quiet', 'Only whoever decides can say that nothing is decided yet.'),
  SUGGESTED_ALREADY: spec(
    409,
    'quiet',
    'Your side suggested other words here already. Change those, or take them back first.',
  ),
  NOT_YOURS_TO_ANSWER: spec(409, 'quiet', 'Somebody else has to answer this, or it was answered already.'),
  ASK_AGAIN: spec(409, 'quiet', 'The plan was changed in the same place since. Suggest it again.'),
  SAY_WHY: spec(409, 'quiet', 'Say why, in plain words. Whoever suggested it reads them.'),
  COPIED_WORDS: spec(
    409,
    'quiet',
    'These words stand in a private note, and not everyone who would read them here reads it. Say why they may stand here, or use other words.',
  ),
  PROTECTED_VALUE: spec(
    409,
    'quiet',
    'This holds an address, a number or a name that is kept safe. Not everyone who would read it may know it.',
  ),
  TOO_LARGE: spec(413, 'quiet', 'That is too large to take.'),
  NOT_JSON: spec(415, 'quiet', 'Send JSON, with the content type application/json.'),
  CONFIRMED_NOT_ALLOWED: spec(
    422,
    'quiet',
    'Here, nobody can issue a link that is confirmed from the start.',
  ),
  TOO_FAST: spec(429, 'warn', 'That is too much at once. Wait a minute, then try again.'),
  TOO_MANY_TICKETS: spec(
    429,
    'warn',
    'This was opened too often since you signed in. Sign out, then open a new link.',
  ),
  OUR_FAULT: spec(500, 'error', 'Something went wrong on our side. Nothing was changed. Try again.'),
} as const satisfies Record<string, ErrorSpec>;

/** A code of {@link ERRORS}. */
export type ErrorCode = keyof typeof ERRORS;

/** A place that could tell somebody more than they should know, with the words that stand there. */
export interface FoundPlace extends Finding {
  readonly words: string;
}

/** What the caller's own party says of an item, where the caller expected something else. Times are ISO strings. */
export interface OtherPosition {
  readonly stance: Stance;
  readonly words: string;
  readonly by: string | null;
  readonly byName: string | null;
  readonly at: string | null;
  readonly version: number;
}

/** What a failure shows of what its caller may read. */
export type Shown = Pick<ErrorBody['error'], 'findings' | 'position'>;

/** The body of every failed request. */
export interface ErrorBody {
  readonly error: {
    readonly code: ErrorCode;
    readonly message: string;
    /** Only with `DISCLOSURE`: places in words that the caller reads, to be cleared one by one. */
    readonly findings?: readonly FoundPlace[];
    /** Only with `POSITION_CHANGED`: what the caller's own party says now; `null` where it said nothing. */
    readonly position?: OtherPosition | null;
  };
}

/**
 * The body for a code. `detail` names the field or setting that is wrong, for those who send requests; it never
 * holds a value that was sent.
 */
export function errorBody(code: ErrorCode, detail?: string, shown: Shown = {}): ErrorBody {
  const {sentence} = ERRORS[code];
  const message = detail === undefined ? sentence : `${sentence} ${detail}`;
  return {error: {code, message, ...shown}};
}

/** Ends a request with one of {@link ERRORS}. Thrown by routes and turned into an answer in one place. */
export class RequestProblem extends Error {
  readonly code: ErrorCode;
  readonly detail: string | undefined;
  readonly shown: Shown;

  constructor(code: ErrorCode, detail?: string, shown: Shown = {}) {
    super(code);
    this.name = 'RequestProblem';
    this.code = code;
    this.detail = detail;
    this.shown = shown;
  }
}
