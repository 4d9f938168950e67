export {USAGE, parseArguments, type Command} from './parse-arguments.ts';
export {serve} from './serve.ts';
