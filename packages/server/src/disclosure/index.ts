export {childNames} from './child-names.ts';
export {heldValues, type HeldValues} from './held-values.ts';
export {Look, demandCleared, lookFor, type LookedAt, type PlacedText} from './look.ts';
export {nodeText, textsOfDocument} from './node-text.ts';
export {textsOfFile} from './file-texts.ts';
