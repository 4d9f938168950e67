export {
  ROOT_GROUPS,
  accessFor,
  accessThrough,
  cellOf,
  eyesOf,
  groupOf,
  isUnsure,
  mayBeSeenIn,
  mayBring,
  mayKnowOf,
  partyOf,
  receivedByAll,
  receives,
  writableRoots,
  type Access,
  type Cell,
  type CompartmentFacts,
  type CompartmentKind,
  type ItemFacts,
  type Onlookers,
  type Party,
  type Reader,
  type RootGroup,
} from './access/index.ts';
export {
  isAnswerTo,
  TRY_MEANS,
  twoTries,
  type Try,
  type TryMeans,
  isOwnParty,
  mayMakeScale,
  mayRate,
  mayReveal,
  mayTakePosition,
  partiesOf,
  partyCalled,
  revealsScales,
  stancesOf,
  type PartyOnPlan,
  type ScalePlan,
} from './agreement/index.ts';
export {assertNever} from './base/assert-never.ts';
export type {Brand} from './base/brand.ts';
export {addDays, addWorkingDays, daysBetween, type Day} from './base/day.ts';
export {
  newId,
  parseId,
  type CompartmentId,
  type ItemId,
  type ParticipantId,
  type PlanId,
  type RandomBytes,
  type SessionId,
  type WithholdingId,
  type ContactId,
  type AttachmentId,
  type ChoiceId,
  type HelpCallId,
  type HouseSessionId,
  type PositionId,
  type ProposalId,
  type PurgeId,
  type RatingId,
  type ScaleId,
  type TraceId,
  type CommentId,
  type DisagreementId,
} from './base/ids.ts';
export {plainText, wordsOf, type Word} from './base/words.ts';
export {fail, ok, type Failure, type Ok, type Result} from './base/result.ts';
export {AUDIT_ACTIONS, type AuditAction} from './plan/audit-action.ts';
export {
  ANCHORED_ROOT,
  ANCHOR_ATTRIBUTES,
  ANCHOR_QUOTE_LENGTH,
  isAnchorAttribute,
  type AnchorAttribute,
} from './plan/anchor-attribute.ts';
export {
  ATTRIBUTE_LENGTH,
  fitsAttribute,
  isAttributeValue,
  isPlainDate,
  type AttributeSpec,
  type AttributeSpecs,
  type AttributeValue,
} from './plan/attribute.ts';
export {COPY_REASONS, type CopyReason} from './plan/copy-reason.ts';
export {CONTACT_KINDS, type ContactKind} from './plan/contact-kind.ts';
export {ITEM_TYPE_NAMES, isItemTypeName, type ItemType, type ItemTypeName} from './plan/item-type.ts';
export {ITEM_TYPES} from './plan/item-types.ts';
export {mayFeed} from './plan/feeds.ts';
export {
  SAFETY_LEVELS,
  safetyLevel,
  safetyLevels,
  withSafetyLevels,
  type SafetyLevel,
} from './plan/safety-level.ts';
export {LINK_REL_SPECS, type LinkRelSpec} from './plan/link-rel-spec.ts';
export {LINK_RELS, QUOTES, SHAPES, isLinkRel, type LinkRel} from './plan/link-rel.ts';
export {PART_KINDS, PART_LISTS, isPartKind, type PartKind} from './plan/part.ts';
export {ROLES, type Participant, type Role} from './plan/participant.ts';
export {
  itemTypesOf,
  rootsOf,
  sectionOf,
  withName,
  type PlanType,
  type SectionSpec,
} from './plan/plan-type.ts';
export {EHCP, PLAN_TYPES} from './plan/plan-types.ts';
export {
  HOUSES,
  SAFETY_COLUMNS,
  SECTION_LETTERS,
  isRootName,
  type House,
  type RootName,
  type SafetyColumn,
  type SectionLetter,
} from './plan/root.ts';
export {STATEMENT_MODES} from './plan/voice-item-types.ts';
export {STAGES, type Stage} from './plan/stage.ts';
export {STANCES, type Stance} from './plan/stance.ts';
export {
  WITHHOLDING_CLASSES,
  WITHHOLDING_REASONS,
  type WithholdingClass,
  type WithholdingReason,
} from './plan/withholding-reason.ts';
export {
  OFFICES,
  REASON_RULES,
  SHARED_WORDS,
  WITHHOLDING_PROBLEMS,
  approversOf,
  EMERGENCY_MS,
  audienceOf,
  choiceOf,
  classOf,
  contactProblem,
  defaultAudience,
  defaultContactAudience,
  defaultReview,
  didTooOften,
  dueOn,
  emergencyReviewOn,
  escalatesTo,
  isChildsWords,
  HELP_OUTCOMES,
  askedToHelp,
  isHelpLate,
  type HelpOutcome,
  isProfessional,
  proposes,
  longestReview,
  managersToTell,
  mayApprove,
  mayApproveAudience,
  mayAskAudience,
  mayBreakGlass,
  mayPropose,
  mayPurge,
  mayReadContact,
  mayRelease,
  mayReview,
  mayReviewEmergency,
  mayWriteContact,
  needsApproval,
  needsManager,
  opensInEmergency,
  problemsOf,
  stateOf,
  tellsOf,
  toldOfEmergency,
  withChild,
  type AudienceChange,
  type ContactFacts,
  type ContactProblem,
  type Decider,
  type HiddenPerson,
  type Office,
  type ProblemContext,
  type ReasonRule,
  type SealedDecision,
  type SealedFacts,
  type ShapedFacts,
  type StateFacts,
  type Tell,
  type WithheldFacts,
  type WithholdingDecision,
  type WithholdingProblem,
  type WithholdingState,
} from './withholding/index.ts';
