import type {SectionSpec} from './plan-type.ts';

/** The three columns of a Signs of Safety map (domain 4.1). */
export const SAFETY_SECTIONS: readonly SectionSpec[] = [
  {
    root: 'sos:worries',
    title: 'What are we worried about?',
    plainTitle: 'What are we worried about?',
    purpose: 'What has hurt {name}, and what could happen if nothing changes.',
    emptyPrompt: 'Write what happened, or what you are worried could happen.',
    itemTypes: ['harm', 'danger', 'complicating', 'dispute'],
    group: 'safety',
    compartment: 'shared',
  },
  {
    root: 'sos:working',
    title: 'What is working well?',
    plainTitle: 'What is working well?',
    purpose: 'What is good for {name}, and what people have done to keep {name} safe.',
    emptyPrompt: 'Write something that goes well, or that someone did to keep {name} safe.',
    itemTypes: ['strength', 'existingSafety', 'networkMember'],
    group: 'safety',
    compartment: 'shared',
  },
  {
    root: 'sos:next',
    title: 'What needs to happen?',
    plainTitle: 'What needs to happen?',
    purpose: 'What we must see for {name} to be safe, and who does what next.',
    emptyPrompt: 'Write what people will be doing when {name} is safe.',
    itemTypes: ['goal', 'bottomLine', 'step', 'safetyRule', 'trajectory'],
    group: 'safety',
    compartment: 'shared',
  },
];

/** The Three Houses, where only the child's own words stand (domain 5.1). */
export const HOUSE_SECTIONS: readonly SectionSpec[] = [
  {
    root: 'house:good',
    title: 'House of Good Things',
    plainTitle: 'Good things',
    purpose: 'What makes {name} happy and safe.',
    emptyPrompt: 'Nothing here yet.',
    itemTypes: ['statement'],
    group: 'house',
    compartment: 'voice',
  },
  {
    root: 'house:worries',
    title: 'House of Worries',
    plainTitle: 'Worries',
    purpose: 'What worries {name}.',
    emptyPrompt: 'Nothing here yet.',
    itemTypes: ['statement'],
    group: 'house',
    compartment: 'voice',
  },
  {
    root: 'house:dreams',
    title: 'House of Dreams',
    plainTitle: 'Dreams',
    purpose: 'What {name} wishes for.',
    emptyPrompt: 'Nothing here yet.',
    itemTypes: ['statement'],
    group: 'house',
    compartment: 'voice',
  },
];
