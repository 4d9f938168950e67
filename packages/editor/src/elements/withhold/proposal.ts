import type {WithholdingProposal} from '../../records/withholding-calls.ts';
import {legalGround} from '../../words/en/legal-ground.ts';
import {withhold} from '../../words/en/withhold.ts';
import type {Answers} from './answers.ts';
import {askedAs, hiddenFrom, readersOf, reasonOf, reviewDay, type WithholdCase} from './case.ts';

/** What the server is asked for, once every question is answered. */
export function proposalOf(about: WithholdCase, answers: Answers): WithholdingProposal {
  const {item} = about;
  const hidden = {...answers, reason: reasonOf(about, answers)};
  const safeWording =
    item !== null && answers.stays !== null
      ? {[item.id]: answers.stays === 'words' ? answers.stayWords.trim() : null}
      : null;
  return {
    ...whatIsWithheld(about, answers),
    hiddenFrom: hiddenFrom(about, hidden),
    ...(answers.readers !== null && {audience: readersOf(about, hidden)}),
    reasonCode: hidden.reason,
    legalGround: groundOf(about, answers),
    ...texts(about, answers),
    // A child's own choice is asked again when the child is next seen; the server knows the longest.
    ...(askedAs(about) !== 'child' && {reviewOn: reviewDay(about, answers)}),
    ...(answers.imminent && {imminent: true}),
    ...(safeWording !== null && {safeWording}),
    ...(answers.copyReason !== null && {copyReason: answers.copyReason}),
    ...(answers.cleared.length > 0 && {cleared: answers.cleared}),
  };
}

function whatIsWithheld(
  {item, section, around}: WithholdCase,
  {note, person}: Answers,
): Pick<WithholdingProposal, 'draft' | 'itemIds' | 'personId'> {
  if (item !== null) return {itemIds: [item.id]};
  if (section === null) return person === null ? {} : {personId: person};
  const afterItemId = around.at(-1)?.id ?? null;
  return {draft: {root: section.root, afterItemId, type: 'note', text: note.trim()}};
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
