import {choice, date, flag, number, text} from './attribute-spec.ts';
import type {ItemType} from './item-type.ts';

const need: ItemType = {
  name: 'need',
  label: 'Need',
  words: 'prose',
  attributes: {
    area: choice('Which area?', ['communication', 'learning', 'emotional', 'sensory', 'health', 'care']),
    impact: text('What does it do to the day?'),
    howOften: text('How often?'),
    status: choice('Is it still so?', ['current', 'changed', 'past']),
    noOutcomeReason: text('If nothing is planned for it, why?'),
  },
  links: ['statement', 'advice', 'evidence'],
  parts: {strength: {text: text('What helps')}},
};

const strength: ItemType = {
  name: 'strength',
  label: 'Strength',
  words: 'prose',
  attributes: {source: text('Who says so?'), date: date('When?')},
  links: ['statement', 'advice', 'evidence'],
  parts: {},
};

const outcome: ItemType = {
  name: 'outcome',
  label: 'What will change',
  words: 'prose',
  attributes: {
    kind: choice('What kind of change?', ['educationTraining', 'health', 'care', 'forwardPlan']),
    pfa: choice('Getting ready for adult life', ['employment', 'independent', 'community', 'health']),
    by: date('By when?'),
    measure: text('How will we know?'),
    baseline: text('How is it now?'),
    'monitor.who': text('Who keeps an eye on it?'),
    'monitor.howOften': text('How often?'),
    targetsSetBy: text('Who sets the small targets?'),
  },
  links: ['statement', 'aspiration', 'need', 'provision', 'advice'],
  parts: {step: {text: text('Step'), by: date('By when?'), owner: text('Who?')}},
};

/** How often something happens: once, twice, three times... in each of these. */
export const FREQUENCY_PERIODS = ['day', 'week', 'fortnight', 'month', 'halfTerm', 'term', 'year'] as const;

const provision: ItemType = {
  name: 'provision',
  label: 'Help',
  words: 'prose',
  attributes: {
    kind: choice('What kind of help?', [
      'teaching',
      'therapy',
      'support',
      'training',
      'equipment',
      'curriculum',
      'health',
      'care',
      'shortBreak',
      'transport',
      'residential',
      'noneNeeded',
      'other',
    ]),
    'who.name': text('Who will do it?'),
    'who.role': text('What is their job?'),
    'who.qualification': text('What training do they have?'),
    minutes: number('How long each time, in minutes?', 0, 10_080),
    'frequency.n': number('How many times?', 0, 1000),
    'frequency.per': choice('In each', FREQUENCY_PERIODS),
    weeksPerYear: number('How many weeks a year?', 0, 53),
    groupSize: number('How many children together?', 1, 60),
    place: text('Where?'),
    start: date('From when?'),
    end: date('Until when?'),
    educatesOrTrains: flag('Does it teach or train?'),
    securedBy: choice('Who must make it happen?', ['localAuthority', 'icb', 'school', 'directPayment']),
    departsFromAdvice: flag('Is it less than the advice asked for?'),
    departureReason: text('If so, why?'),
  },
  links: ['need', 'outcome', 'advice'],
  parts: {agreement: {by: text('Who?'), on: date('When?')}},
};

const institution: ItemType = {
  name: 'institution',
  label: 'School or college',
  words: 'prose',
  attributes: {
    name: text('Name'),
    kind: choice('What kind?', [
      'mainstream',
      'specialistResource',
      'specialSchool',
      'furtherEducation',
      'independent',
      'alternative',
      'notInSchool',
      'other',
    ]),
    status: choice('How far is it?', ['asked', 'consulted', 'named']),
    askedBy: text('Who asked for it?'),
    consultedOn: date('When was it consulted?'),
    start: date('From when?'),
    end: date('Until when?'),
  },
  links: ['need', 'advice', 'statement'],
  parts: {},
};

const budget: ItemType = {
  name: 'budget',
  label: 'Personal budget',
  words: 'prose',
  attributes: {
    askedBy: text('Who asked for it?'),
    amount: number('How many pounds?', 0, 10_000_000),
    per: choice('In each', ['week', 'month', 'year', 'once']),
    heldBy: choice('Who holds the money?', ['directPayment', 'notional', 'thirdParty']),
    agreed: flag('Is it agreed?'),
    agreedOn: date('When was it agreed?'),
    reviewOn: date('When is it looked at again?'),
  },
  links: ['need', 'outcome', 'provision'],
  parts: {},
};

const advice: ItemType = {
  name: 'advice',
  label: 'Report',
  words: 'prose',
  attributes: {
    letter: choice('Which kind (regulation 6)?', ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']),
    author: text('Who wrote it?'),
    role: text('What is their job?'),
    date: date('Its date'),
    requestedOn: date('When was it asked for?'),
    dueOn: date('When is it due?'),
    receivedOn: date('When did it come?'),
    state: choice('Where is it?', ['asked', 'received', 'rejected', 'notGiven']),
    attachment: text('The file'),
    'satisfied.author': flag('Its author says it is still right'),
    'satisfied.authority': flag('The council says it is still right'),
    'satisfied.family': flag('The family says it is still right'),
  },
  links: ['advice'],
  parts: {
    tried: {text: text('What was tried'), on: date('When'), why: text('Why it did not work')},
    amount: {text: text('What was asked for'), hoursPerWeek: number('Hours a week', 0, 168)},
  },
};

/** What stands in sections B to K (domain 1.1, 1.2). */
export const STATUTORY_ITEM_TYPES = {need, strength, outcome, provision, institution, budget, advice};
