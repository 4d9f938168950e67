import type {RouteDoor} from '../../../packages/server/src/http/index.ts';
import {idsAmong, MISSING, type Known} from './known.ts';

type Bodies = (known: Known, ids: readonly string[]) => readonly (object | null)[];

const NOTHING: Bodies = () => [null];
const NOT_YET = {how: 'delayed', words: 'Tomorrow.'};

/**
 * What is sent to each door that takes something: bodies that are right as far as their shape goes, with every id in every place
 * that takes one. `ids` are all that could be guessed, and one that nothing has.
 */
const BODIES: Readonly<Record<string, Bodies>> = {
  'POST /api/invites/look': (_known, ids) => [{}, ...ids.map(token => ({token}))],
  'POST /api/session': (_known, ids) => [{}, ...ids.map(token => ({token}))],
  'POST /api/session/codes': (_known, ids) => ids.map(participantId => ({participantId})),
  'POST /api/session/confirm': () => [{code: 'ABCD-EFGH-JKMN'}],
  'POST /api/session/passkeys/options': NOTHING,
  'POST /api/session/passkeys/register': (_known, ids) => ids.map(id => ({credential: keyCalled(id)})),
  'POST /api/session/passkeys/challenge': NOTHING,
  'POST /api/session/passkeys/verify': (_known, ids) => ids.map(id => ({credential: keyCalled(id)})),
  'POST /api/plans': () => [{}],
  'PATCH /api/plans/:plan': () => [{stage: 'amendedFinal'}, {stage: 'nowhere'}],
  'POST /api/plans/:plan/room': (_known, ids) => [{present: []}, ...ids.map(id => ({present: [id]}))],
  'POST /api/plans/:plan/tickets': (_known, ids) => ids.map(compartmentId => ({compartmentId})),
  'POST /api/plans/:plan/invites': (_known, ids) => ids.map(participantId => ({participantId})),
  'PATCH /api/plans/:plan/participants/:id': () => [{accessEnds: '2027-12-01T00:00:00Z'}],
  'POST /api/plans/:plan/participants/:id/approve': NOTHING,
  'PATCH /api/plans/:plan/sections/:root': () => [{openForCoWriting: null}],
  'POST /api/plans/:plan/withholdings': withholdings,
  'POST /api/plans/:plan/withholdings/:id/approve': NOTHING,
  'POST /api/plans/:plan/withholdings/:id/review': () => [{reviewOn: '2026-12-10'}],
  'POST /api/plans/:plan/withholdings/:id/release': () => [{told: NOT_YET}],
  'POST /api/plans/:plan/withholdings/:id/readers': (_known, ids) =>
    ids.map(readerId => ({readerId, told: NOT_YET})),
  'POST /api/plans/:plan/withholdings/:id/undo': NOTHING,
  'POST /api/plans/:plan/items/:id/readers': ({colleague}, ids) =>
    ids.map(readerId => ({
      ...{readerId, secondId: colleague, reason: 'She must know.'},
      told: NOT_YET,
    })),
  'POST /api/plans/:plan/overrides/:id/agree': NOTHING,
  'POST /api/plans/:plan/overrides/:id/told': () => [{told: {how: 'unsafe', words: 'Not now.'}}],
  'POST /api/plans/:plan/break-glass': () => [
    {reason: 'missing', words: 'Nobody knows where he is tonight.'},
  ],
  'POST /api/plans/:plan/break-glass/:id/review': () => [{outcome: 'action', words: 'I ask him why.'}],
  'POST /api/plans/:plan/contacts': contacts,
  'POST /api/plans/:plan/contacts/:token/audience': (_known, ids) => ids.map(id => ({audience: [id]})),
  'POST /api/plans/:plan/contacts/:token/approve': NOTHING,
  'POST /api/plans/:plan/purges': (_known, ids) =>
    ids.map(compartmentId => ({compartmentId, text: 'Nowhere'})),
  'PUT /api/plans/:plan/positions/:item': positions,
  'POST /api/plans/:plan/comments': comments,
  'POST /api/plans/:plan/comments/:id/resolve': NOTHING,
  'POST /api/plans/:plan/comments/:id/reopen': NOTHING,
  'POST /api/plans/:plan/comments/:id/take-back': NOTHING,
  'POST /api/plans/:plan/proposals': ({item}, ids) => [
    ...ids.map(itemId => ({itemId, reason: 'It helps.'})),
    {
      itemId: item,
      reason: 'A man asked the school office what time Year 3 goes home and gave his full name.',
    },
    {itemId: item, reason: 'Once more.'},
  ],
  'POST /api/plans/:plan/proposals/:id/counter': () => [{reason: 'Other words.'}],
  'POST /api/plans/:plan/proposals/:id/accept': () => [{}, {saw: '0123456789abcdef'}],
  'POST /api/plans/:plan/proposals/:id/refuse': () => [{}, {reason: 'No.'}],
  'POST /api/plans/:plan/proposals/:id/withdraw': () => [{}],
  'POST /api/plans/:plan/disagreements': ({item}, ids) => [
    ...[item, ...ids].map(itemId => ({itemId, words: 'I do not agree.', wish: 'Twice.'})),
    ...['section:F', 'items'].map(root => ({root, words: 'I do not agree.', wish: 'Twice.'})),
  ],
  'POST /api/plans/:plan/disagreements/files': ({item}, ids) => [
    {itemId: item, data: '/9j/2Q=='},
    ...ids.flatMap(id => [
      {itemId: id, data: '/9j/2Q=='},
      {to: id, data: '/9j/2Q=='},
    ]),
  ],
  'DELETE /api/plans/:plan/disagreements/files/:id': NOTHING,
  'POST /api/plans/:plan/disagreements/:id/say': () => [
    {words: 'Hm.'},
    {outcome: 'agreedNow'},
    {outcome: 'printed'},
  ],
  'POST /api/plans/:plan/disagreements/:id/withdraw': () => [{hideWords: true}],
  'POST /api/plans/:plan/tries': tries,
  'POST /api/plans/:plan/items/:id/quote': () => [{}],
  'POST /api/plans/:plan/items/:id/unquote': NOTHING,
  'POST /api/plans/:plan/items/:id/right': NOTHING,
  'POST /api/plans/:plan/traces': traces,
  'POST /api/plans/:plan/traces/:id/take-back': NOTHING,
  'PUT /api/plans/:plan/safety': () => [{levels: ['earlyHelp'], expected: []}],
  'POST /api/plans/:plan/scales': (_known, ids) => [
    {zero: 'Bad.', ten: 'Good.'},
    ...ids.flatMap(id => [
      {zero: 'Bad.', ten: 'Good.', compartmentId: id},
      {zero: 'Bad.', ten: 'Good.', about: id},
    ]),
  ],
  'PUT /api/plans/:plan/scales/:id/rating': () => [{value: 4}, {value: 11}],
  'POST /api/plans/:plan/scales/:id/reveal': NOTHING,
  'POST /api/plans/:plan/disclosure-checks': disclosures,
  'POST /api/plans/:plan/copies': copies,
  'PUT /api/plans/:plan/houses': () => [{names: {goodThings: 'Train station'}, first: 'dreams'}],
  'POST /api/plans/:plan/items': (_known, ids) =>
    ids.flatMap(id => [
      {root: 'house:worries', text: 'What I say.', afterItemId: id},
      {root: 'house:worries', text: 'What I say.', shareWith: [id]},
    ]),
  'POST /api/plans/:plan/sessions': () => [{place: 'Here'}],
  'PATCH /api/plans/:plan/sessions/:id': () => [{endedBy: 'The bell.'}],
  'POST /api/plans/:plan/sessions/:id/items': (_known, ids) => [
    {root: 'house:good', text: 'the blue room', mode: 'verbatim'},
    ...ids.map(id => ({root: 'house:good', text: 'quiet', mode: 'verbatim', shareWith: [id]})),
  ],
  'PUT /api/plans/:plan/sessions/:id/items/:item/audience': (_known, ids) => [
    {shareWith: 'everyone'},
    ...ids.map(id => ({shareWith: [], notWith: [id]})),
  ],
  'POST /api/plans/:plan/sessions/:id/presentations': (_known, ids) => [
    {reaction: 'Hm.'},
    ...ids.map(id => ({present: [id]})),
  ],
  'PATCH /api/plans/:plan/sessions/:id/presentations/:presentation': () => [{reaction: 'Hm.'}],
  'POST /api/plans/:plan/attachments': (_known, ids) => [
    {data: 'GkXfo4A='},
    ...ids.map(compartmentId => ({data: 'GkXfo4A=', compartmentId})),
  ],
  'POST /api/plans/:plan/items/:id/help': NOTHING,
  'POST /api/plans/:plan/help-calls/:id/decide': () => [
    {outcome: 'noHarm', words: 'I asked him.', childTold: 'That I know.'},
  ],
  'PUT /api/plans/:plan/items/:id/audience': (_known, ids) => [
    {shareWith: 'everyone'},
    ...ids.flatMap(id => [{shareWith: [id]}, {shareWith: [], notWith: [id]}]),
  ],
  'POST /demo/open': (_known, ids) => ids.map(participantId => ({participantId})),
};

/** What to send to a door; `null` is nothing. Fails for a door that nobody thought of. */
export function bodiesAt({method, path}: RouteDoor, known: Known): readonly (object | null)[] {
  if (method === 'GET' || method === 'OPTIONS') return [null];
  const bodies = BODIES[`${method} ${path}`];
  if (bodies === undefined)
    throw new Error(`Say in guess-bodies.ts what is to be sent to ${method} ${path}.`);
  return bodies(known, [MISSING, ...idsAmong(known.secret)]);
}

/** Withholding what one may not know of, beside it, because of it, from and for somebody whom one may not know. */
function withholdings({self, other, item}: Known, ids: readonly string[]): object[] {
  const draft = {root: 'sos:working', type: 'note', text: 'What I keep to myself.'};
  const right = {
    draft,
    hiddenFrom: [{id: other, class: 'marked'}],
    audience: [self],
    reasonCode: 'third_party',
    legalGround: 'Their own matter.',
    openReason: 'Because it helps.',
  };
  return ids.flatMap(id => [
    {...right, draft: undefined, itemIds: [id]},
    {...right, draft: {...draft, afterItemId: id}},
    {...right, shapes: [id]},
    {...right, shapes: [item], hiddenFrom: [{id, class: 'marked'}]},
    {...right, audience: [self, id]},
    {...right, draft: undefined, audience: undefined, personId: id, hiddenFrom: [other]},
    {...right, draft: undefined, audience: undefined, personId: other, hiddenFrom: [id]},
    {...right, draft: undefined, itemIds: [item], safeWording: {[id]: null}, audience: [id]},
  ]);
}

/** What one keeps out of the plan, for those who keep such values and for somebody whom one may not know. */
function contacts({self}: Known, ids: readonly string[]): object[] {
  const value = {kind: 'address', value: '12 Nowhere Street'};
  return [value, ...ids.map(id => ({...value, audience: [self, id]}))];
}

/** What one thinks of something, and what others would think of it. */
function positions({self, other}: Known, ids: readonly string[]): object[] {
  const mine = {party: self, stance: 'agree', expectedVersion: 0};
  return [
    mine,
    {...mine, expectedVersion: 7},
    {...mine, words: 'A man asked the school office what time Year 3 goes home and gave his full name.'},
    ...[other, ...ids].map(party => ({...mine, party})),
  ];
}

/** What one says beside something, to somebody whom one may not know, and of places that one heard of. */
function comments({item}: Known, ids: readonly string[]): object[] {
  const text = 'A man asked the school office what time Year 3 goes home and gave his full name.';
  return [
    {itemId: item, text, anchor: {start: 'AAAA', end: 'AAAA'}},
    ...ids.flatMap(id => [
      {itemId: id, text: 'Why?'},
      {itemId: id, text: 'Why?', kind: 'answer', anchor: {start: id, end: id}},
      {itemId: item, text: 'Why?', replyTo: id},
    ]),
  ];
}

/** That one asked somebody whom one may not know, about something that one may not know. */
function tries({item, other}: Known, ids: readonly string[]): object[] {
  const asked = {to: other, on: '2026-11-03', means: 'letter'};
  return [
    asked,
    ...ids.flatMap(id => [
      {...asked, itemId: id},
      {...asked, to: id, itemId: item},
    ]),
  ];
}

/** What came of words of the child's that one may not know, and of others because of what one may not know. */
function traces({item}: Known, ids: readonly string[]): object[] {
  return [item, ...ids].flatMap(itemId => [
    {itemId, act: 'reason', words: 'It stands elsewhere.'},
    {itemId, act: 'done', words: 'We asked him.', on: '2026-11-09'},
    ...ids.map(to => ({itemId, act: 'linked', to})),
  ]);
}

/** Words of which one heard, to be copied from where one may not read. */
function copies(_known: Known, ids: readonly string[]): object[] {
  const text = 'A man asked the school office what time Year 3 goes home and gave his full name.';
  const decision = {text, root: 'sos:worries', reason: 'known'};
  return [
    decision,
    {...decision, cleared: ids},
    ...ids.map(root => ({...decision, root})),
    ...ids.map(compartmentId => ({...decision, root: 'items', compartmentId})),
  ];
}

/** What words would tell that name somebody, some place, or something that one may not know. */
function disclosures(_known: Known, ids: readonly string[]): object[] {
  const texts = [
    'Michelle Thorne came from the refuge at 14 Marram Close, ZZ99 3AB. Ring 07700 900123.',
    ...ids,
  ];
  return [{texts, root: 'sos:worries'}, {texts, root: 'section:D'}, ...ids.map(root => ({texts, root}))];
}

/** A passkey of this name as a browser would send it, with an answer that no key gave. */
function keyCalled(id: string): object {
  const response = {clientDataJSON: 'AA', attestationObject: 'AA', authenticatorData: 'AA', signature: 'AA'};
  return {id, rawId: id, type: 'public-key', response};
}
