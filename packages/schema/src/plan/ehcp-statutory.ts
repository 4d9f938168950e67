import type {ItemTypeName} from './item-type.ts';
import type {SectionSpec} from './plan-type.ts';
import type {SectionLetter} from './root.ts';

function lettered(
  letter: SectionLetter,
  itemTypes: readonly ItemTypeName[],
  words: Pick<SectionSpec, 'title' | 'plainTitle' | 'purpose' | 'emptyPrompt'>,
): SectionSpec {
  return {root: `section:${letter}`, letter, itemTypes, group: 'statutory', compartment: 'shared', ...words};
}

/** Sections A to K of an Education, Health and Care Plan (reg 12(1); Code 9.62 to 9.69). */
export const EHCP_STATUTORY: readonly SectionSpec[] = [
  lettered('A', ['statement', 'history', 'aspiration'], {
    title: 'My views, interests and hopes, and my family’s',
    plainTitle: '{name} and family',
    purpose: 'What {name} and the family say, in their own words.',
    emptyPrompt: 'Write what {name} likes, hopes for and wants people to know.',
  }),
  lettered('B', ['need', 'strength'], {
    title: 'My special educational needs',
    plainTitle: 'What {name} finds hard',
    purpose: 'What is hard for {name} when learning, and what {name} can do now.',
    emptyPrompt: 'Write one thing that {name} finds hard, and what you see when it happens.',
  }),
  lettered('C', ['need', 'strength'], {
    title: 'My health needs linked to my learning',
    plainTitle: 'Health needs',
    purpose: 'What about {name}’s health makes learning harder.',
    emptyPrompt: 'Write one health need, and what it does to {name}’s day.',
  }),
  lettered('D', ['need', 'strength'], {
    title: 'My social care needs',
    plainTitle: 'Care needs',
    purpose: 'What {name} needs from others at home and when out and about.',
    emptyPrompt: 'Write one thing that {name} needs someone’s care for.',
  }),
  lettered('E', ['outcome'], {
    title: 'What I want to be able to do',
    plainTitle: 'What will change',
    purpose: 'What {name} will be able to do, and by when.',
    emptyPrompt: 'Write what {name} will do that {name} does not do now, and by when.',
  }),
  lettered('F', ['provision'], {
    title: 'The teaching and help I will have',
    plainTitle: 'Help in school',
    purpose: 'The help with learning that {name} must get: who, how long and how often.',
    emptyPrompt: 'Write who will do what with {name}, for how long, and how often.',
  }),
  lettered('G', ['provision'], {
    title: 'The health help I will have',
    plainTitle: 'Help with health',
    purpose: 'The help that the health service must give {name}.',
    emptyPrompt: 'Write who from the health service will do what, and how often.',
  }),
  lettered('H1', ['provision'], {
    title: 'Care I must have',
    plainTitle: 'Care {name} must have',
    purpose: 'Care that the council must give under the law for disabled children.',
    emptyPrompt: 'Write who will give what care, for how long and how often.',
  }),
  lettered('H2', ['provision'], {
    title: 'Other care I need',
    plainTitle: 'Other care',
    purpose: 'Any other care that {name} needs, such as nights away from home.',
    emptyPrompt: 'Write who will give what care, for how long and how often.',
  }),
  lettered('I', ['institution'], {
    title: 'My school or college',
    plainTitle: 'Which school',
    purpose: 'The school or college, which only the final plan may name.',
    emptyPrompt: 'This stays empty until the plan is final.',
  }),
  lettered('J', ['budget'], {
    title: 'My personal budget',
    plainTitle: 'Money for help',
    purpose: 'Money that the family can use to buy some of the help.',
    emptyPrompt: 'Nobody has asked for a personal budget yet.',
  }),
  lettered('K', ['advice'], {
    title: 'What this plan is based on',
    plainTitle: 'Reports',
    purpose: 'The reports that this plan was made from.',
    emptyPrompt: 'Add each report with who wrote it and its date.',
  }),
];
