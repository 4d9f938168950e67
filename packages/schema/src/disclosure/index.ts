export {
  ProtectedValues,
  protectedValueIn,
  type ProtectedMatch,
  type ProtectedValue,
} from './protected-value.ts';
export {
  SHINGLE_WORDS,
  ShingleIndex,
  firstSharedRun,
  type FoundRun,
  type SharedRun,
  type ShingleMatch,
} from './shingles.ts';
export {WordsFinder, type WordsPlace} from './words-finder.ts';
export {findDisclosures, type DisclosureContext, type KnownPerson} from './find-disclosures.ts';
export {mayTellOfHarm} from './find-harm.ts';
export {peopleNamed} from './people-named.ts';
export {DISCLOSURE_RULES, findingKey, type DisclosureRule, type Finding} from './finding.ts';
