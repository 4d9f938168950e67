import {createContext} from '@lit/context';
import type {ItemIndex} from './item-index.ts';

/** The items that this reader may point to. Provided by the plan, asked for by pickers and threads. */
export const itemIndexContext = createContext<ItemIndex>(Symbol('goldthread-item-index'));
