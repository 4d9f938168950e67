import type {ParticipantId} from '../base/ids.ts';
import type {RootName} from '../plan/root.ts';
import {findAccounts} from './find-accounts.ts';
import {findAddresses} from './find-addresses.ts';
import {findHiddenPeople, findListed} from './find-listed.ts';
import {findNames} from './find-names.ts';
import {findEnquiries, findPrivateMatters, findWhereabouts} from './find-phrases.ts';
import {findingKey, type DisclosureRule, type Finding, type Span} from './finding.ts';
import {flatten, type Flat} from './flat.ts';
import {ProtectedValues, type ProtectedMatch, type ProtectedValue} from './protected-value.ts';
import {sentencesOf} from './sentences.ts';
import {joined, without} from './spans.ts';

/** A person on the plan, as far as their name may or may not stand in a text. */
export interface KnownPerson {
  readonly id: ParticipantId;
  readonly name: string;
  readonly hiddenFrom: readonly ParticipantId[];
}

/**
 * What a text is held against. Everything in it must be what the person who asks may know: an answer about anything else
 * would tell them that a guess was right.
 */
export interface DisclosureContext {
  readonly protectedValues: readonly ProtectedValue[];
  /** Schools, clinics, groups and places from which somebody could work out where the family is. */
  readonly protectedNames: readonly string[];
  readonly people: readonly KnownPerson[];
  /** Who would read the text. A person who is hidden from one of them may not be named to them. */
  readonly readers: readonly ParticipantId[];
  /** Other names of people on the plan, such as the one by which a child is called. */
  readonly otherNames: readonly string[];
  /** Where the text would stand; left out for a file or an export. */
  readonly root?: RootName;
}

const OF_KIND: Readonly<Record<ProtectedMatch['kind'], DisclosureRule>> = {
  address: 'SG-01',
  phone: 'SG-02',
  email: 'SG-02',
  other: 'SG-06',
};

/**
 * What texts could disclose to their readers: words of items, and just as well the names, titles and other metadata of
 * files. Sorted by text and place; the same words under the same rule have the same key, so one clearing clears all.
 */
export function findDisclosures(texts: readonly string[], context: DisclosureContext): Finding[] {
  const values = new ProtectedValues(context.protectedValues);
  const readers = new Set(context.readers);
  const hidden = context.people.filter(person => person.hiddenFrom.some(id => readers.has(id)));
  const hiddenNames = hidden.map(person => person.name);
  const open = context.people.filter(person => !hidden.includes(person)).map(person => person.name);
  const known = [...open, ...context.otherNames];
  return texts.flatMap((text, index) => {
    const sentenceAt = sentencesOf(text);
    const flat = flatten(text);
    const unflat = (spans: readonly Span[]) => spans.map(span => placeOf(span, flat));
    const addresses = unflat(findAddresses(flat.text));
    const certain = joined(
      [
        ...values.in(text).map(match => ({rule: OF_KIND[match.kind], start: match.start, end: match.end})),
        ...findListed(text, context.protectedNames),
        ...findHiddenPeople(text, hiddenNames),
        ...addresses,
        ...unflat(findAccounts(flat.text)),
        ...without(unflat(findWhereabouts(flat.text)), addresses),
        ...unflat(findPrivateMatters(flat.text)),
        ...unflat(findEnquiries(flat.text, context.root)),
      ],
      text,
    );
    // A street or an email has words with capitals in it too.
    const names = without(unflat(findNames(flat.text, known)), certain);
    return [...certain, ...names]
      .sort((a, b) => a.start - b.start || a.end - b.end || a.rule.localeCompare(b.rule))
      .map(({rule, start, end}) => ({
        rule,
        start,
        end,
        key: findingKey(rule, text.slice(start, end)),
        text: index,
        sentence: sentenceAt(start, end),
      }));
  });
}

function placeOf(span: Span, flat: Flat): Span {
  return {...span, start: flat.starts[span.start] ?? 0, end: flat.ends[span.end - 1] ?? 0};
}
