import type {CopyReason, Day, Decider, ParticipantId} from '@goldthread/schema';
import {html, nothing, type TemplateResult} from 'lit';
import type {Finding} from '../../records/disclosure.ts';
import {overrides} from '../../words/en/overrides.ts';
import {privateList} from '../../words/en/private-list.ts';
import {askForm, openForm, readerForm, reviewForm} from './entry-acts.ts';
import type {EntryAct} from './entry-buttons.ts';
import {openingHint, readerNameOf, readersToAdd, type PrivateEntry} from './entry-view.ts';
import {toldWords} from './override-form.ts';
import {toldForm, type ToldDraft} from './told-form.ts';

/** All that stands in a form so far. */
export interface EntryFormState {
  readonly entry: PrivateEntry;
  readonly act: EntryAct | null;
  readonly people: readonly Decider[];
  readonly today: Day;
  readonly day: Day;
  readonly hasProblem: boolean;
  readonly reader: ParticipantId | null;
  /** What the second person is asked about before more people see it, and what they said. */
  readonly asked: {
    readonly findings: readonly Finding[];
    readonly cleared: readonly string[];
    readonly copyReason: CopyReason | null | undefined;
  };
  readonly told: ToldDraft;
}

/** What can be done in a form. */
export interface EntryFormActs {
  cancel: () => void;
  setDay: (day: Day) => void;
  keep: () => void;
  ask: () => void;
  clear: (cleared: readonly string[]) => void;
  setReason: (reason: CopyReason) => void;
  open: () => void;
  choose: (reader: ParticipantId) => void;
  askReader: () => void;
  agree: () => void;
  tell: (more: Partial<ToldDraft>) => void;
}

/** What is asked in place before something is done about a decision. */
export function entryForm(from: EntryFormState, act: EntryFormActs): TemplateResult | typeof nothing {
  const {entry, people, today, day, hasProblem, reader} = from;
  const {decision} = entry;
  switch (from.act) {
    case null:
      return nothing;
    case 'review':
      return reviewForm({decision, people, today, day, hasProblem}, act);
    case 'ask':
      return askForm(before(from, act), act);
    case 'open':
      return openForm(
        {hint: openingHint(entry), sure: privateList.openSure, ...from.asked},
        before(from, act),
        act,
      );
    case 'reader':
      return readerForm({people: readersToAdd(entry, people), chosen: reader}, before(from, act), {
        ...act,
        ask: act.askReader,
      });
    case 'agree':
      return openForm(
        {hint: privateList.readerWillSee(readerNameOf(entry)), sure: privateList.agreeSure, ...from.asked},
        before(from, act),
        {...act, open: act.agree},
      );
  }
}

/** Whether it has to be written down first what the child was told. */
export function asksTold(
  act: EntryAct | null,
  {releaseNeedsTold, readerNeedsTold}: PrivateEntry['decision'],
): boolean {
  if (act === 'ask' || act === 'open') return releaseNeedsTold;
  return (act === 'reader' || act === 'agree') && readerNeedsTold;
}

/** What opens with the words and what doesn't, and what is to be written down or was written down before. */
function before(from: EntryFormState, act: EntryFormActs): TemplateResult {
  const isOpening = from.act === 'ask' || from.act === 'open';
  return html`${isOpening && from.entry.decision.personId === null ? html`<p>${privateList.opensToo}</p>` : nothing}
  ${from.entry.decision.personId === null ? html`<p>${privateList.commentsStay}</p>` : nothing}
  ${childTold(from, act)}`;
}

/** The question what the child was told, where it is against the child's choice, or what was answered before. */
function childTold(
  {entry, act, today, told}: EntryFormState,
  {tell}: EntryFormActs,
): TemplateResult | typeof nothing {
  const {decision} = entry;
  if (asksTold(act, decision))
    return html`<p>${overrides.keeps}</p>
      ${act === 'ask' || act === 'open' ? html`<p>${overrides.keepsOpen}</p>` : nothing}
      ${toldForm(told, today, tell)}`;
  const said = act === 'open' ? decision.releaseTold : act === 'agree' ? decision.readerTold : null;
  return said === null ? nothing : html`<p>${toldWords(said)}</p>`;
}
