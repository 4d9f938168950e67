export {OwnWords, type Choice, type OwnItem, type Sharing} from './own-words.ts';
