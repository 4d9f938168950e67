import {mayAgreeOverride, type ChildTold, type ItemId, type ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {ItemToAsk, Override} from '../../records/overrides.ts';
import type {PlanFacts} from '../../sync/plan-facts.ts';
import {dayIn, plainDay} from '../../words/clock-time.ts';
import {overrides as say} from '../../words/en/overrides.ts';
import {people} from '../../words/en/people.ts';
import {pick, valueOf} from '../screen/rows.ts';

/** What somebody is about to ask, besides what the child was told. */
export interface OverrideDraft {
  readonly item: ItemId | null;
  readonly reader: ParticipantId | null;
  readonly second: ParticipantId | null;
  readonly reason: string;
}

export const NEW: OverrideDraft = {item: null, reader: null, second: null, reason: ''};

type NameOf = (id: string) => string;

/** Which words, for whom, who is to agree, and why. */
export function overrideForm(
  from: {
    readonly draft: OverrideDraft;
    readonly items: readonly ItemToAsk[];
    readonly facts: PlanFacts | null;
    readonly nameOf: NameOf;
  },
  edit: (more: Partial<OverrideDraft>) => void,
): TemplateResult {
  const {draft, items, facts, nameOf} = from;
  const item = items.find(one => one.itemId === draft.item);
  const everyone = facts?.people ?? [];
  const readers = everyone.filter(one => !one.isMe && item?.readers.includes(one.id) === false);
  const [askedBy, reader] = [facts?.me.id, draft.reader];
  const mayAgree = (one: (typeof everyone)[number]): boolean =>
    askedBy !== undefined && reader !== null && mayAgreeOverride({...one, hiddenFrom: []}, {askedBy, reader});
  const no = people.and((item?.notWith ?? []).map(nameOf));
  return html`<fieldset>
      <legend>${say.item}</legend>
      ${items.map(({itemId, words}) =>
        pick('item', {label: words === '' ? say.noWords : words, isOn: itemId === draft.item}, () =>
          edit({item: itemId, reader: null, second: null}),
        ),
      )}
    </fieldset>
    ${no === '' ? nothing : html`<p>${say.saidNo(no)}</p>`}
    ${
      item === undefined
        ? nothing
        : chosen('reader', say.reader, readers, reader, id => edit({reader: id, second: null}))
    }
    ${
      reader === null
        ? nothing
        : html`${chosen('second', say.second, everyone.filter(mayAgree), draft.second, second => edit({second}))}
            <p class="note">${say.secondHint}</p>`
    }
    <label class="label" for="reason">${say.reason}</label>
    <textarea
      id="reason"
      class="short"
      maxlength="4000"
      .value=${draft.reason}
      @input=${(event: Event) => edit({reason: valueOf(event)})}
    ></textarea>`;
}

/** Who asks whom for whom, or who decided it when, and what the child was told. */
export function overrideWords(one: Override, nameOf: NameOf): readonly [line: string, told: string] {
  const [asker, second] = [nameOf(one.askedBy), nameOf(one.second)];
  const reader = one.reader === null ? say.everyone : nameOf(one.reader);
  const line =
    one.agreedAt === null
      ? say.line(asker, reader, second)
      : say.done(asker, second, reader, plainDay(dayIn(one.agreedAt)));
  return [line, toldWords(one.told)];
}

/** What the child was told and when, why it waits, or why it isn't safe. */
export function toldWords({how, on, words}: ChildTold): string {
  if (how === 'told') return say.wasTold(plainDay(on), words);
  return how === 'delayed' ? say.isDelayed(words) : say.isUnsafe(words);
}

function chosen(
  name: string,
  title: string,
  all: readonly {readonly id: ParticipantId; readonly name: string}[],
  now: ParticipantId | null,
  choose: (id: ParticipantId) => void,
): TemplateResult {
  return html`<fieldset>
    <legend>${title}</legend>
    ${all.map(one => pick(name, {label: one.name, isOn: one.id === now}, () => choose(one.id)))}
  </fieldset>`;
}
