import type {DisclosureRule, Span} from './finding.ts';

/** Every place at which one of the patterns of a rule fits. */
export function spansOf(rule: DisclosureRule, patterns: readonly RegExp[], flat: string): Span[] {
  return patterns.flatMap(pattern =>
    [...flat.matchAll(pattern)].map(match => ({
      rule,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}
