import {join} from './en/join.ts';
import {demo, start} from './en/start.ts';

/** Every word of the pages around the plan, apart from the plan's own so that nobody loads what they don't read. */
export const pageWords = {demo, join, start} as const;
