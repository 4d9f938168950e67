import type {ItemTypeName} from '@goldthread/schema';
import type {FactValue} from '../../prosemirror/item-facts-event.ts';
import {factLine} from '../item-facts/fact-line.ts';

/** A fact that would be another one, in words; null for none. What belongs together, as how often, is one fact. */
export interface FactChange {
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

type Facts = Readonly<Record<string, unknown>>;

/** How the facts of an item would change, in the order of its type. */
export function factChanges(type: ItemTypeName, before: Facts, after: Facts): readonly FactChange[] {
  const [old, young] = [before, after].map(facts => factLine(type, valuesOf(facts)));
  // With all facts filled in at once the line names each in its order.
  const all = factLine(type, valuesOf({...before, ...after}));
  return all.flatMap(({name, label}) => {
    const [was, is] = [old, young].map(line => line?.find(fact => fact.name === name)?.text ?? null);
    return was === is ? [] : [{label, before: was ?? null, after: is ?? null}];
  });
}

function valuesOf(facts: Facts): Readonly<Record<string, FactValue>> {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([name, value]) => (isValue(value) ? [[name, value]] : [])),
  );
}

function isValue(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
