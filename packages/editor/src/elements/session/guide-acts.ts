import type {RootName} from '@goldthread/schema';
import {findingsIn} from '../../records/disclosure.ts';
import {
  changePresentation,
  chooseForChild,
  sayForChild,
  type SessionItem,
} from '../../records/house-sessions.ts';
import {people as peopleWords} from '../../words/en/people.ts';
import {session as say} from '../../words/en/session.ts';
import {listenTo} from '../houses/listen.ts';
import {askedIn} from './during-pages.ts';
import type {Choosing, GuideHost} from './guide-host.ts';

export const NO_CHOICE: Choosing = {
  ...{may: [], mayNot: [], isShownByChild: false, isForRest: false, findings: [], cleared: []},
};

/** What the child said of something before, to begin with. */
export function choosingFor(item: SessionItem | undefined): Choosing {
  if (item === undefined) return NO_CHOICE;
  const {readers, notWith, isShownByChild} = item;
  return {...NO_CHOICE, may: readers ?? 'everyone', mayNot: notWith, isShownByChild};
}

const PROMPTS_LENGTH = 500;

/** Writes words for the child, from the boxes of the page. */
export async function keepWords(guide: GuideHost, root: RootName): Promise<void> {
  const {http, session} = guide;
  const asked = askedIn(guide);
  guide.isBusy = true;
  const answer = await sayForChild(http, session.id, {
    ...{root, text: guide.text('words').trim(), mode: guide.text('mode', 'verbatim')},
    promptsUsed: asked.join(' / ').slice(0, PROMPTS_LENGTH),
    ...{observed: guide.text('observed'), interpretedBy: guide.text('interpretedBy')},
  });
  guide.isBusy = false;
  if (!answer.ok) return guide.refuse(answer.error);
  const prompts = [...new Set([...session.prompts, ...asked])];
  await guide.save({prompts}, ['words', 'asked', 'ownAsked', 'observed', 'interpretedBy', 'mode']);
  await guide.reload();
  guide.news = answer.value.isForHelp ? say.write.forHelp : say.write.kept;
}

/** Changes what the child says of who may see something. */
export function choose(guide: GuideHost, change: Partial<Choosing>): void {
  guide.problem = '';
  const next = {...guide.choosing, ...change};
  const {may, mayNot} = next;
  // Whoever may see it now is not among those who should not.
  guide.choosing = {...next, mayNot: may === 'everyone' ? [] : mayNot.filter(id => !may.includes(id))};
}

/** Writes down what the child chose, for one thing or for all in its house. */
export async function keepChoice(guide: GuideHost, item: SessionItem): Promise<void> {
  const {http, session, choosing} = guide;
  const {may, mayNot, isShownByChild, isForRest, cleared} = choosing;
  const rootOf = (id: string) => guide.seen.words.find(one => one.id === id)?.root;
  const inHouse = session.items.filter(({id}) => rootOf(id) === rootOf(item.id));
  const before = new Set<string>();
  guide.isBusy = true;
  for (const {id} of isForRest ? inHouse : [item]) {
    const chosen = {shareWith: may, notWith: mayNot, isShownByChild, cleared};
    const answer = await chooseForChild(http, session.id, id, chosen);
    if (!answer.ok) {
      guide.isBusy = false;
      const findings = findingsIn(answer.error);
      guide.choosing = {...choosing, findings};
      if (findings.length === 0) guide.refuse(answer.error);
      return;
    }
    for (const name of answer.value) before.add(name);
  }
  await guide.reload();
  guide.isBusy = false;
  guide.go({kind: 'step', step: 'share'});
  if (before.size > 0) guide.news = say.share.seen(peopleWords.and([...before]));
}

/** Writes down how people took what was shown to them. */
export async function keepReaction(guide: GuideHost, presentation: string): Promise<void> {
  const {http, session} = guide;
  const box = `reaction-${presentation}`;
  const written = session.presentations.find(({id}) => id === presentation)?.reaction ?? '';
  const reaction = {reaction: guide.text(box, written).trim()};
  const answer = await changePresentation(http, session.id, presentation, reaction);
  if (!answer.ok) return guide.refuse(answer.error);
  guide.know(answer.value);
  if (session.isMine) await guide.save({}, [box]);
  guide.news = say.show.kept;
}

/** Reads aloud with a voice of the device, or says that there is none. */
export function readAloud(guide: GuideHost, text: string): void {
  if (!listenTo(text)) guide.news = say.explain.noVoice;
}
