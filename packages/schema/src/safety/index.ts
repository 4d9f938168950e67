export {isCheckOver, whoseCheck, type RuleFacts} from './rule-check.ts';
