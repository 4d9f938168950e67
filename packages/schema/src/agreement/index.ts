export {isAnswerTo} from './comments.ts';
export {TRY_MEANS, twoTries, type Try, type TryMeans} from './no-answer.ts';
export {isOwnParty, partiesOf, partyCalled, type PartyOnPlan} from './parties.ts';
export {mayMakeScale, mayRate, mayReveal, revealsScales, type ScalePlan} from './scales.ts';
export {mayTakePosition, stancesOf} from './positions.ts';
