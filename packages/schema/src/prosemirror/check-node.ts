import type {Node} from 'prosemirror-model';
import {markMayStand, mayStand} from './attribute-values.ts';
import {isMarkName, nodeKind} from './node-names.ts';
import {planSchema} from './plan-schema.ts';
import type {PmJson, PmMark} from './pm-json.ts';

/** What is wrong with a node, as the refusal code that the gate would give; never any of its text. */
export type NodeProblem = 'NODE' | 'ATTRIBUTE' | 'MARK' | 'CONTENT';

/** The longest text of one stroke, in characters of base64. */
const STROKE_LENGTH = 8192;

/** The first thing that keeps a node from standing in a document, or null if it may. Changes and drops nothing. */
export function checkNode(json: PmJson): NodeProblem | null {
  const problem = checkNames(json);
  if (problem) return problem;
  let node: Node;
  try {
    node = planSchema.nodeFromJSON(json);
    node.check();
  } catch {
    // The message of the model quotes the content, so only that there is a fault may leave this function.
    return 'CONTENT';
  }
  return null;
}

function checkNames(json: PmJson): NodeProblem | null {
  if (json === null || typeof json !== 'object' || typeof json.type !== 'string') return 'NODE';
  if (nodeKind(json.type) === null) return 'NODE';
  for (const [name, value] of Object.entries(json.attrs ?? {})) {
    if (value !== null && !mayStand(json.type, name, value)) return 'ATTRIBUTE';
  }
  for (const mark of json.marks ?? []) if (!checkMark(mark)) return 'MARK';
  if (json.type === 'text' && typeof json.text !== 'string') return 'CONTENT';
  let length = 0;
  for (const child of json.content ?? []) {
    const problem = checkNames(child);
    if (problem) return problem;
    length += child.text?.length ?? 0;
  }
  return json.type === 'stroke' && length > STROKE_LENGTH ? 'CONTENT' : null;
}

function checkMark(mark: PmMark): boolean {
  return isMarkName(mark.type) && markMayStand(mark.type, mark.attrs ?? {});
}
