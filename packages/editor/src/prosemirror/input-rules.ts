import {planSchema} from '@goldthread/schema/prosemirror';
import {inputRules, wrappingInputRule, type InputRule} from 'prosemirror-inputrules';
import type {Plugin} from 'prosemirror-state';

/** `- ` and `1. ` at the start of a paragraph begin a list. */
export function listRules(): Plugin {
  const {bulletList, orderedList} = planSchema.nodes;
  const rules: InputRule[] = [];
  if (bulletList !== undefined) rules.push(wrappingInputRule(/^\s*[-*•]\s$/, bulletList));
  if (orderedList !== undefined) {
    rules.push(
      wrappingInputRule(/^(\d{1,3})[.)]\s$/, orderedList, match => {
        const order = Number(match[1]);
        return {order: order === 1 ? null : order};
      }),
    );
  }
  return inputRules({rules});
}
