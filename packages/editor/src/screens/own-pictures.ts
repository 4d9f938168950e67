// A script of its own: only where a school has pictures of its own is there something to read.
export {withOwn} from '../symbols/with-own.ts';
