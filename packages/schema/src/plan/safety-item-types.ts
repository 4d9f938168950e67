import {choice, date, flag, text} from './attribute-spec.ts';
import type {ItemType} from './item-type.ts';
import {STATEMENT_MODES} from './voice-item-types.ts';

const harm: ItemType = {
  name: 'harm',
  label: 'Harm that has happened',
  words: 'prose',
  attributes: {
    date: date('When?'),
    until: date('Until when?'),
    howOften: text('How often?'),
    howBad: text('How bad was it?'),
    effect: text('What did it do to the child?'),
    source: text('Who says so?'),
    standing: choice('Is it known or said?', ['fact', 'allegation', 'disputed']),
  },
  links: ['evidence', 'advice', 'need'],
  parts: {},
};

/** Its words hold on the whole continuum of help; only the map calls it by the tool's own name, as its plan has it (domain 4.1). */
const danger: ItemType = {
  name: 'danger',
  label: 'What could happen',
  words: 'prose',
  attributes: {worriedBy: text('Who is worried?'), date: date('When was it agreed?')},
  links: ['goal', 'evidence', 'need'],
  parts: {},
};

const complicating: ItemType = {
  name: 'complicating',
  label: 'What makes it harder',
  words: 'prose',
  attributes: {
    about: choice('Whose is it?', ['family', 'child', 'carer', 'professional', 'service']),
    source: text('Who says so?'),
    agreedBy: text('Who agreed to share it?'),
  },
  links: ['danger', 'evidence', 'need'],
  parts: {},
};

const dispute: ItemType = {
  name: 'dispute',
  label: 'Does not agree',
  words: 'prose',
  attributes: {
    speaker: text('Who does not agree?'),
    mode: choice('How did they say it?', STATEMENT_MODES),
    date: date('When?'),
  },
  links: ['disputes'],
  parts: {},
};

const existingSafety: ItemType = {
  name: 'existingSafety',
  label: 'What has kept the child safe',
  words: 'prose',
  attributes: {who: text('Who did it?'), date: date('When?'), source: text('Who says so?')},
  links: ['danger', 'evidence', 'statement', 'outcome'],
  parts: {},
};

const networkMember: ItemType = {
  name: 'networkMember',
  label: 'Someone who helps',
  words: 'prose',
  attributes: {
    name: text('Name'),
    relationship: text('Who are they to the child?'),
    knowsDanger: flag('Do they know the worries?'),
    toldOn: date('When were they told?'),
    canDo: text('What can they do?'),
  },
  links: ['danger', 'goal'],
  parts: {},
};

const goal: ItemType = {
  name: 'goal',
  label: 'What we want to see',
  words: 'prose',
  attributes: {
    by: date('By when?'),
    forHowLong: text('For how long must we see it?'),
    seenBy: text('Who will see it?'),
  },
  links: ['danger', 'outcome', 'provision'],
  parts: {},
};

const bottomLine: ItemType = {
  name: 'bottomLine',
  label: 'Bottom line',
  words: 'prose',
  attributes: {setBy: text('Who set it?'), on: date('When?'), authority: text('By what right?')},
  links: ['danger', 'goal'],
  parts: {},
};

const step: ItemType = {
  name: 'step',
  label: 'Next step',
  words: 'prose',
  attributes: {
    owner: text('Who will do it?'),
    by: date('By when?'),
    status: choice('Is it done?', ['open', 'done', 'notDone']),
    doneOn: date('When was it done?'),
  },
  links: ['danger', 'goal', 'provision'],
  parts: {},
};

const safetyRule: ItemType = {
  name: 'safetyRule',
  label: 'Safety plan rule',
  words: 'prose',
  attributes: {
    who: text('Who does it?'),
    when: text('When?'),
    checkedBy: text('Who checks?'),
    checkOn: date('When is it checked next?'),
    testedOn: date('When was it tried out?'),
    evidence: text('What shows that it works?'),
  },
  links: ['danger', 'goal', 'provision'],
  parts: {},
};

const trajectory: ItemType = {
  name: 'trajectory',
  label: 'Date on the way',
  words: 'prose',
  attributes: {on: date('When?'), owner: text('Who?')},
  links: ['goal'],
  parts: {},
};

const note: ItemType = {
  name: 'note',
  label: 'Private note',
  words: 'prose',
  attributes: {
    source: text('Who says so?'),
    date: date('When?'),
  },
  links: ['evidence', 'shapes'],
  parts: {},
};

/** What stands on a Signs of Safety map (domain 4.1, 4.2), and the note of a withheld compartment. */
export const SAFETY_ITEM_TYPES = {
  harm,
  danger,
  complicating,
  dispute,
  existingSafety,
  networkMember,
  goal,
  bottomLine,
  step,
  safetyRule,
  trajectory,
  note,
};
