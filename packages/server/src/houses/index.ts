export type {OwnContent} from './own-content.ts';
export {OwnWords, type Choice, type OwnItem, type Sharing} from './own-words.ts';
