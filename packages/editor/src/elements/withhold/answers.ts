import type {CopyReason, Day, ParticipantId, WithholdingClass, WithholdingReason} from '@goldthread/schema';

/** The four answers in plain words that stand for groups of reasons. */
export type ReasonGroup = 'danger' | 'person' | 'child' | 'other';

/** Which reasons each plain answer stands for (domain 6.4). */
export const REASONS_OF: Readonly<Record<ReasonGroup, readonly WithholdingReason[]>> = {
  danger: ['risk_harm', 'location', 'tip_off', 'police_request'],
  person: ['third_party', 'health_opinion'],
  child: ['child_confidence'],
  other: ['court', 'not_told_child'],
};

/** What somebody has answered so far. `null` is not answered, or left as it usually is where there is a usual. */
export interface Answers {
  readonly note: string;
  /** Who is kept private, where it is about a person. */
  readonly person: ParticipantId | null;
  readonly hidden: readonly ParticipantId[];
  /** Who reads it; null is everyone else on the plan. */
  readonly readers: readonly ParticipantId[] | null;
  readonly group: ReasonGroup | null;
  readonly reason: WithholdingReason | null;
  readonly imminent: boolean;
  readonly facts: string;
  readonly ground: 'suggested' | 'other';
  readonly groundWords: string;
  readonly tried: string;
  readonly told: 'why' | 'that' | 'notYet' | null;
  readonly toldWords: string;
  /** Whether they may know that there is something; `each` is one answer for each person. */
  readonly known: WithholdingClass | 'each' | null;
  readonly knownBy: Readonly<Partial<Record<ParticipantId, WithholdingClass>>>;
  readonly stays: 'nothing' | 'words' | null;
  readonly stayWords: string;
  readonly open: string;
  /** Findings in the open words that somebody has said are safe, by their key. */
  readonly cleared: readonly string[];
  /** Why words of a private note that fewer people read may stand here; `null` unless somebody was asked. */
  readonly copyReason: CopyReason | null;
  readonly when: 'longest' | 'week' | 'own';
  readonly day: Day;
}

/** Answers as they are once a question is left: nobody is kept from themselves. */
export function settled(answers: Answers): Answers {
  return {...answers, hidden: answers.hidden.filter(id => id !== answers.person)};
}

export const NO_ANSWERS: Answers = {
  note: '',
  person: null,
  hidden: [],
  readers: null,
  group: null,
  reason: null,
  imminent: false,
  facts: '',
  ground: 'suggested',
  groundWords: '',
  tried: '',
  told: null,
  toldWords: '',
  known: null,
  knownBy: {},
  stays: null,
  stayWords: '',
  open: '',
  cleared: [],
  copyReason: null,
  when: 'longest',
  day: '',
};
