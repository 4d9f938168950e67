import {randomBytes} from 'node:crypto';
import type {RandomBytes} from '@goldthread/schema';

/** Unpredictable bytes of the operating system. */
export const systemRandom: RandomBytes = length => new Uint8Array(randomBytes(length));
