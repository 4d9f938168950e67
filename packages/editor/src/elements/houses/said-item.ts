import type {RootName} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import {plainDay} from '../../words/clock-time.ts';
import {choiceWords} from '../../words/en/facts.ts';
import {howSaidWords as say} from '../../words/en/how-said.ts';
import {namedLines} from '../screen/named-lines.ts';
import type {HousesSeen, HouseWords} from './house-words.ts';
import {spoken} from './spoken.ts';

export const HOUSE_ROOTS = ['house:good', 'house:worries', 'house:dreams'] as const satisfies RootName[];

/** What a house is called. */
export function houseName({names}: Pick<HousesSeen, 'names'>, root: RootName): string {
  return names[root] ?? '';
}

/** Modes of which the words aren't the child's own (TH-03). */
const NOT_OWN: ReadonlySet<string> = new Set(['interpreted', 'observed', 'proxy']);

/** The words of something: in quotes only where they are the child's own. */
export function quoted(words: HouseWords): string {
  const text = spoken(words);
  return NOT_OWN.has(words.mode) || text === '' ? text : say.quote(text);
}

/** Who said it, or that it isn't the child's own words. */
function whoSaid({mode, speaker}: HouseWords): string {
  if (NOT_OWN.has(mode)) return say.noWords;
  return speaker === '' ? '' : `${say.said(speaker)}.`;
}

/** The same with how, who wrote it and when, in one line. */
export function howSaid(words: HouseWords): string {
  const {mode, writer, date} = words;
  const how = choiceWords[mode] === undefined ? '' : `${say.how}: ${choiceWords[mode]}.`;
  const by = writer === '' ? '' : `${say.writer} ${writer}.`;
  return [whoSaid(words), how, by, date === '' ? '' : `${plainDay(date)}.`].filter(Boolean).join(' ');
}

/** Something that was said, with who said it, who wrote it, how, what was asked, who was there, when and where. */
export function saidItem(words: HouseWords): TemplateResult {
  const {mode, writer, promptsUsed, observed, interpretedBy, present, date, place} = words;
  const lines: readonly (readonly [string, string])[] = [
    [say.how, choiceWords[mode] ?? mode],
    [say.writer, writer],
    [say.by, interpretedBy],
    [say.asked, promptsUsed],
    [say.seen, observed],
    [say.present, present.join(', ')],
    [say.when, [date === '' ? '' : plainDay(date), place].filter(Boolean).join(', ')],
  ];
  const text = quoted(words);
  return html`<div class="said">
    ${text === '' ? nothing : html`<p class="words">${text}</p>`}
    <p class="note">${whoSaid(words)}</p>
    ${namedLines(lines)}
  </div>`;
}
