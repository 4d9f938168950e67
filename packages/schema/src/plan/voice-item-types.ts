import {choice, date, flag, text} from './attribute-spec.ts';
import type {ItemType} from './item-type.ts';

/** How a person's words came to be on record (domain 1.2). */
export const STATEMENT_MODES = [
  'verbatim',
  'written',
  'drawn',
  'symbol',
  'signed',
  'aac',
  'interpreted',
  'observed',
  'proxy',
] as const;

const tried = {text: text('What was tried'), on: date('When'), why: text('Why it did not work')};

const statement: ItemType = {
  name: 'statement',
  label: 'Words',
  words: 'prose',
  attributes: {
    speaker: text('Whose words are these?'),
    mode: choice('How did they say it?', STATEMENT_MODES),
    writer: text('Who wrote it down?'),
    observed: text('What was seen at the same time?'),
    askedBy: text('Who asked?'),
    date: date('When?'),
    place: text('Where?'),
    promptsUsed: text('What was asked or shown?'),
    readBack: flag('Was it read back and agreed?'),
    interpretedBy: text('Who put it into these words?'),
    tryAgainOn: date('When will someone ask again?'),
  },
  links: ['statement', 'evidence'],
  parts: {present: {who: text('Name')}, tried},
};

const history: ItemType = {
  name: 'history',
  label: 'Background',
  words: 'prose',
  attributes: {
    about: choice('What is it about?', [
      'history',
      'communication',
      'play',
      'health',
      'school',
      'independence',
      'friends',
      'future',
    ]),
    source: text('Who says so?'),
    date: date('When was it written?'),
  },
  links: ['statement', 'advice'],
  parts: {},
};

const aspiration: ItemType = {
  name: 'aspiration',
  label: 'Hope',
  words: 'prose',
  attributes: {
    speaker: text('Whose hope is this?'),
    mode: choice('How did they say it?', STATEMENT_MODES),
    date: date('When?'),
  },
  links: ['statement'],
  parts: {},
};

/** What people say for themselves (domain 1.1 A, 1.4, 5). */
export const VOICE_ITEM_TYPES = {statement, history, aspiration};
