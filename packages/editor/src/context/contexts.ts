import {createContext} from '@lit/context';
import type {ItemActs} from './item-acts.ts';
import type {ItemIndex} from './item-index.ts';

/** The items that this reader may point to. Provided by the plan, asked for by pickers and threads. */
export const itemIndexContext = createContext<ItemIndex>(Symbol('goldthread-item-index'));

/** What this person may do about items. Provided by the plan, asked for where items are drawn. */
export const itemActsContext = createContext<ItemActs>(Symbol('goldthread-item-acts'));
