import {LEAKS_BY_ANSWER} from './leaks-by-answer.ts';
import {LEAKS_BY_MESSAGE} from './leaks-by-message.ts';
import {LEAKS_BY_NUMBER} from './leaks-by-number.ts';
import type {Leak} from './leak.ts';

export type {Leak} from './leak.ts';

export const LEAKS: readonly Leak[] = [...LEAKS_BY_NUMBER, ...LEAKS_BY_MESSAGE, ...LEAKS_BY_ANSWER];
