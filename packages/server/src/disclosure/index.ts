export {childNames} from './child-names.ts';
export {Look, demandCleared, lookFor, type LookedAt, type PlacedText} from './look.ts';
export {nodeText, textsOfDocument} from './node-text.ts';
export {textsOfFile} from './file-texts.ts';
