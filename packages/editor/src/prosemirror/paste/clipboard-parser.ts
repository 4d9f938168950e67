import {planSchema} from '@goldthread/schema/prosemirror';
import {DOMParser, type ParseOptions, type Slice} from 'prosemirror-model';
import {cleanPastedDom} from './clean-pasted-dom.ts';

/** Reads pasted HTML after taking out what its reader couldn't see. Copies from this editor pass through unharmed. */
export class CleanClipboardParser extends DOMParser {
  constructor() {
    super(planSchema, DOMParser.fromSchema(planSchema).rules);
  }

  override parseSlice(dom: globalThis.Node, options?: ParseOptions): Slice {
    if (dom instanceof HTMLElement) cleanPastedDom(dom);
    return super.parseSlice(dom, options);
  }
}
