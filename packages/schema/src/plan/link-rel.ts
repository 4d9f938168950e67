import type {ItemTypeName} from './item-type.ts';

/** How one item may point to another. The thread of a plan is made of these (domain 1.3). */
export const LINK_RELS = [
  'statement',
  'aspiration',
  'need',
  'outcome',
  'provision',
  'advice',
  'evidence',
  'danger',
  'goal',
  'disputes',
] as const;
export type LinkRel = (typeof LINK_RELS)[number];

/** What a link says in plain words, and to which types of item it may lead. */
export interface LinkRelSpec {
  readonly label: string;
  readonly targets: readonly ItemTypeName[];
}

export const LINK_REL_SPECS: Readonly<Record<LinkRel, LinkRelSpec>> = {
  statement: {label: 'Because someone said', targets: ['statement', 'history']},
  aspiration: {label: 'Towards this hope', targets: ['aspiration', 'statement']},
  need: {label: 'For this need', targets: ['need']},
  outcome: {label: 'Towards this change', targets: ['outcome']},
  provision: {label: 'Through this help', targets: ['provision']},
  advice: {label: 'From this report', targets: ['advice']},
  evidence: {
    label: 'Shown by',
    targets: ['statement', 'history', 'advice', 'strength', 'harm', 'existingSafety', 'note'],
  },
  danger: {label: 'About this danger', targets: ['danger']},
  goal: {label: 'Towards this safety goal', targets: ['goal']},
  disputes: {
    label: 'Does not agree with',
    targets: [
      'harm',
      'danger',
      'complicating',
      'existingSafety',
      'goal',
      'bottomLine',
      'safetyRule',
      'need',
      'note',
    ],
  },
};

/** Whether a text names a kind of link. */
export function isLinkRel(text: unknown): text is LinkRel {
  return LINK_RELS.some(rel => rel === text);
}
