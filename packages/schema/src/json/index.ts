export {
  docsFromPlan,
  type IdMaker,
  type ImportedGroup,
  type ImportedItem,
  type ImportedPlan,
  type ImportedWithheld,
} from './docs-from-plan.ts';
export {fromPlanJson, planTypeOf} from './from-plan-json.ts';
export {itemNode} from './item-node.ts';
export {ITEM_BASE_FIELDS, ITEM_SCHEMAS, anyItemSchema, type PlanItem, type PlanLink} from './item-schema.ts';
export {mapRefs, renumber, type RenameRef} from './map-refs.ts';
export type {Audience, ParticipantKey, Ref} from './names.ts';
export {nodeItem, type KnownItems} from './node-item.ts';
export type {HouseChoice, OpenRecords} from './open-records.ts';
export {placesOf, type Place} from './places.ts';
export {houseName, HOUSE_LISTS, planFileSchema, type HouseList, type Plan} from './plan-file.ts';
export type {PlanProblem} from './plan-problem.ts';
export {planJsonSchema, planJsonSchemaText} from './published-schema.ts';
export {STATUS_KINDS, type PlanParticipant} from './record-schemas.ts';
export {
  isEveryone,
  splitForImport,
  type HeldBackItem,
  type HeldBackReason,
  type ImportSplit,
} from './split-for-import.ts';
export type {PlacedScale} from './scales.ts';
export type {RichText} from './text-schema.ts';
export type {ImportedDecision} from './withheld-items.ts';
export {toPlanJson, type Json} from './to-plan-json.ts';
export type {WithheldView} from './withheld-view.ts';
export {viewFromDocs, type ItemNote, type ViewDocs, type ViewRecords} from './view-from-docs.ts';
