export {arbitraryItemBody, arbitraryLine, arbitraryText} from './arbitrary-item.ts';
export {arbitraryPlanFile} from './arbitrary-plan.ts';
export {decider, decision} from './decision-builder.ts';
export {connect, docWith, linkTo, node, paragraph} from './doc-builder.ts';
export {PEOPLE, item, person, planFile, type Loose} from './plan-builder.ts';
export {seededRandom} from './seeded-random.ts';
export {below, editedBlocks, randomBlocks} from './wordings.ts';
