export {Escalations, type Overseen} from './escalations.ts';
export {isReader, mayKnowOfHiding, peopleKnownTo, planFacts, type PlanFacts} from './plan-facts.ts';
export {PlanQueue} from './plan-queue.ts';
export type {Draft, WithholdRequest} from './request.ts';
export {Withholdings, type Actor} from './withholdings.ts';
export type {WithholdingList, WithholdingView} from './withholding-view.ts';
export {dayOf, type WithholdingPorts} from './withholding-ports.ts';
