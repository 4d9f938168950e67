export {fitsField, isSpan, markMayStand, mayStand} from './attribute-values.ts';
export {attributesOf, marksOf} from './attributes.ts';
export {checkNode, type NodeProblem} from './check-node.ts';
export {
  BLOCKS,
  MARKS,
  MEDIA,
  isMarkName,
  nodeKind,
  type BlockName,
  type MarkName,
  type MediaName,
  type NodeKind,
} from './node-names.ts';
export {planSchema} from './plan-schema.ts';
export {attributeOf, type PmJson, type PmMark} from './pm-json.ts';
export {isSafeHref} from './safe-href.ts';
export {SCHEMA_VERSION} from './schema-version.ts';
