import type {ItemTypeName} from './item-type.ts';
import type {LinkRel} from './link-rel.ts';

/** What a link says in plain words, and to which types of item it may lead. */
export interface LinkRelSpec {
  readonly label: string;
  readonly targets: readonly ItemTypeName[];
}

/** Every kind of link by name. */
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
  danger: {label: 'About this worry', targets: ['danger']},
  goal: {label: 'Towards this goal', targets: ['goal']},
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
  shapes: {
    label: 'Is a reason for',
    targets: ['need', 'outcome', 'provision', 'goal', 'bottomLine', 'step', 'safetyRule', 'trajectory'],
  },
  quotes: {label: 'Word for word from', targets: ['statement']},
};
