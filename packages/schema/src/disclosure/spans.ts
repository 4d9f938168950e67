import type {DisclosureRule, Span} from './finding.ts';

/** What may part two findings of one rule that are one: the lines of an address, the names of a person. */
const JOINS: Readonly<Partial<Record<DisclosureRule, RegExp>>> = {'SG-01': /^[\s,]*$/, 'SG-06': /^ $/};

/** One finding for what one rule finds twice, and for the parts of one address or name. */
export function joined(spans: readonly Span[], text: string): Span[] {
  const result: Span[] = [];
  const sorted = [...spans].sort((a, b) => a.rule.localeCompare(b.rule) || a.start - b.start);
  for (const span of sorted) {
    const last = result.at(-1);
    if (last?.rule === span.rule && isOne(last, span, text)) {
      result[result.length - 1] = {...last, end: Math.max(last.end, span.end)};
    } else {
      result.push(span);
    }
  }
  return result;
}

/** The spans that don't share a character with one of the others. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
  const left: Span[] = [];
  const sorted = [...others].sort((a, b) => a.start - b.start);
  let at = 0;
  let end = 0;
  for (const span of [...spans].sort((a, b) => a.end - b.end)) {
    for (let next = sorted[at]; next && next.start < span.end; next = sorted[++at])
      end = Math.max(end, next.end);
    if (end <= span.start) left.push(span);
  }
  return left;
}

function isOne(first: Span, second: Span, text: string): boolean {
  return second.start <= first.end || (JOINS[first.rule]?.test(text.slice(first.end, second.start)) ?? false);
}
