import type {WithholdingProposal} from '../../records/withholding-calls.ts';
import {legalGround} from '../../words/en/legal-ground.ts';
import {withhold} from '../../words/en/withhold.ts';
import type {Answers} from './answers.ts';
import {askedAs, hiddenFrom, readersOf, reasonOf, reviewDay, type WithholdCase} from './case.ts';

/** What the server is asked for, once every question is answered. */
export function proposalOf(about: WithholdCase, answers: Answers): WithholdingProposal {
  const {item, section} = about;
  const what =
    item === null
      ? {
          draft: {
            root: section.root,
            afterItemId: about.around.at(-1)?.id ?? null,
            type: 'note',
            text: answers.note.trim(),
          } as const,
        }
      : {itemIds: [item.id]};
  const hidden = {...answers, reason: reasonOf(about, answers)};
  const safeWording =
    item !== null && answers.stays !== null
      ? {[item.id]: answers.stays === 'words' ? answers.stayWords.trim() : null}
      : null;
  return {
    ...what,
    hiddenFrom: hiddenFrom(about, hidden),
    ...(answers.readers !== null && {audience: readersOf(about, hidden)}),
    reasonCode: hidden.reason,
    legalGround: groundOf(about, answers),
    ...texts(about, answers),
    // A child's own choice is asked again when the child is next seen; the server knows the longest.
    ...(askedAs(about) !== 'child' && {reviewOn: reviewDay(about, answers)}),
    ...(answers.imminent && {imminent: true}),
    ...(safeWording !== null && {safeWording}),
    ...(answers.cleared.length > 0 && {cleared: answers.cleared}),
  };
}

/** The words of the ground that was chosen. */
export function groundOf(about: WithholdCase, answers: Answers): string {
  const as = askedAs(about);
  if (as === 'child') return legalGround.childChoice;
  if (as === 'parent') return legalGround.ownChoice;
  return answers.ground === 'other'
    ? answers.groundWords.trim()
    : legalGround.suggested[reasonOf(about, answers)];
}

/** What the child was told, in words. */
export function toldOf({facts}: WithholdCase, {told, toldWords}: Answers): string {
  const option = told === null ? '' : withhold.told.options[told](facts.childName);
  return [option, toldWords.trim()].filter(text => text !== '').join('. ');
}

function texts(about: WithholdCase, answers: Answers) {
  const all = {
    factBase: answers.facts.trim(),
    alternatives: answers.tried.trim(),
    openReason: answers.open.trim(),
    childTold: toldOf(about, answers),
  };
  return Object.fromEntries(Object.entries(all).filter(([, text]) => text !== ''));
}
