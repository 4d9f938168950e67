export {isOwnParty, partiesOf, partyCalled, type PartyOnPlan} from './parties.ts';
export {mayTakePosition, stancesOf} from './positions.ts';
