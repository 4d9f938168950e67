import {ITEM_TYPES, type AttributeSpec, type ItemTypeName} from '@goldthread/schema';
import type {FactValue} from '../../prosemirror/item-facts-event.ts';
import {plainDay} from '../../words/clock-time.ts';
import {amounts, choiceWords, factLabels} from '../../words/en/facts.ts';

/** One fact as the quiet line under an item shows it: "How long", "45 minutes". */
export interface Fact {
  /** The attribute, or the group of attributes, that it says. */
  readonly name: string;
  readonly label: string;
  readonly text: string;
}

type Facts = Readonly<Record<string, FactValue>>;

/** The facts of an item that have a value, in the order of its type, with what belongs together said together. */
export function factLine(type: ItemTypeName, facts: Facts): readonly Fact[] {
  const line: Fact[] = [];
  const said = new Set<string>();
  for (const [name, spec] of Object.entries(ITEM_TYPES[type].attributes)) {
    const group = together(name);
    if (said.has(group)) continue;
    said.add(group);
    const text = group === name ? plain(name, spec, facts[name] ?? null) : groupText(group, facts);
    if (text !== '') line.push({name: group, label: factLabels[group] ?? spec.label, text});
  }
  return line;
}

/** The facts that matter most of some types, for the one quiet line; the others are a press away. */
const SHORT: Readonly<Partial<Record<ItemTypeName, readonly string[]>>> = {
  statement: ['speaker', 'mode', 'observed', 'date'],
  aspiration: ['speaker', 'mode', 'date'],
  need: ['howOften', 'impact'],
  outcome: ['by', 'measure'],
  provision: ['who', 'minutes', 'frequency', 'groupSize', 'place'],
  institution: ['name', 'status'],
  budget: ['amount', 'per', 'agreed'],
  advice: ['author', 'date', 'state'],
  harm: ['date', 'source'],
  danger: ['worriedBy'],
  complicating: ['about'],
  dispute: ['speaker', 'date'],
  existingSafety: ['who', 'date'],
  networkMember: ['relationship', 'canDo'],
  goal: ['by', 'seenBy'],
  step: ['owner', 'by', 'status'],
  safetyRule: ['who', 'when', 'checkOn'],
};

/** The few facts of the quiet line, and whether there are more. */
export function shortLine(
  type: ItemTypeName,
  facts: Facts,
): {readonly shown: readonly Fact[]; readonly hasMore: boolean} {
  const all = factLine(type, facts);
  const names = SHORT[type];
  const shown = names === undefined ? all : all.filter(fact => names.includes(fact.name));
  return {shown, hasMore: shown.length < all.length};
}

/** A code of the plan in words: the word from the list, else the code with its words apart. */
export function choiceText(code: string): string {
  return (
    choiceWords[code] ??
    code.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => `${end} ${start.toLowerCase()}`)
  );
}

const GROUPS: Readonly<Record<string, string>> = {
  'who.name': 'who',
  'who.role': 'who',
  'frequency.n': 'frequency',
  'frequency.per': 'frequency',
  'monitor.who': 'monitor',
  'monitor.howOften': 'monitor',
};

function together(name: string): string {
  return GROUPS[name] ?? name;
}

function groupText(group: string, facts: Facts): string {
  if (group === 'frequency') return frequency(facts['frequency.n'] ?? null, facts['frequency.per'] ?? null);
  const names = group === 'who' ? ['who.name', 'who.role'] : ['monitor.who', 'monitor.howOften'];
  return names
    .map(name => facts[name])
    .filter(value => typeof value === 'string' && value !== '')
    .join(', ');
}

function frequency(n: FactValue, per: FactValue): string {
  const period = typeof per === 'string' ? choiceText(per) : '';
  if (typeof n !== 'number') return period === '' ? '' : amounts.every(period);
  if (period === '') return amounts.times(n);
  return n === 1 ? amounts.every(period) : amounts.timesA(n, period);
}

function plain(name: string, spec: AttributeSpec, value: FactValue): string {
  if (value === null || value === '') return '';
  if (typeof value === 'boolean') return value ? amounts.yes : amounts.no;
  if (typeof value === 'number') return numberText(name, value);
  if (spec.kind === 'date') return plainDay(value);
  return spec.kind === 'choice' ? choiceText(value) : value;
}

function numberText(name: string, value: number): string {
  if (name === 'minutes')
    return value >= 120 && value % 30 === 0 ? hoursText(value / 60) : amounts.minutes(value);
  if (name === 'groupSize') return value === 1 ? amounts.alone : amounts.group(value);
  return String(value);
}

function hoursText(hours: number): string {
  const whole = Math.floor(hours);
  return amounts.hours(hours === whole ? String(whole) : `${whole}½`);
}
