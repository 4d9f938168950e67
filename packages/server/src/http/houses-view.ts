import {ageBand, type ItemId, type RootName} from '@goldthread/schema';
import type {PmJson} from '@goldthread/schema/prosemirror';
import {readRoot} from '@goldthread/schema/ydoc';
import type {SignedIn} from '../auth/index.ts';
import {
  isGoingOn,
  readersByDecision,
  type ChoiceRecord,
  type CompartmentRecord,
  type HelpRecord,
  type ItemRecord,
  type PlanRecord,
} from '../storage/index.ts';
import {helpersOf, helpView} from '../houses/index.ts';
import {firstHouse, houseNames} from './house-choice.ts';
import type {HttpPorts} from './http-ports.ts';
import {peopleFor} from './people-for.ts';
import {dayOf} from '../withholding/index.ts';
import {readFacts} from './plan-facts.ts';
import {received} from './reading.ts';

/** One thing in a house, as the child has it. */
export interface HouseThing {
  readonly id: string;
  readonly root: RootName;
  readonly text: string;
  readonly symbols: readonly {readonly symbol: string; readonly alt: string}[];
  readonly drawing: {
    readonly alt: string;
    readonly strokes: readonly {
      readonly tool: string;
      readonly colour: string;
      readonly size: number;
      readonly points: string;
    }[];
    readonly stamps: readonly {
      readonly symbol: string;
      readonly x: number;
      readonly y: number;
      readonly scale: number;
    }[];
  } | null;
  readonly voiceNote: {readonly attachment: string; readonly seconds: number; readonly alt: string} | null;
  /**
   * Whom the child chose to read it, as far as the child may know them; `null` is everybody on the plan. Whoever reads it because adults
   * decided so isn't among them.
   */
  readonly readers: readonly string[] | null;
  /** Who reads it because adults decided so and the child was told. */
  readonly decided: readonly string[];
  /** Who decided it, as far as the child may know them. */
  readonly decidedBy: readonly string[];
  /** Adults opened it to everybody and the child was told: choosing fewer doesn't close it. */
  readonly isOpened: boolean;
  /** Who the child says should not see it, as far as the child may know them now. */
  readonly notWith: readonly string[];
  readonly isMine: boolean;
  /** Who wrote it for the child, who hasn't said yet that it is right; `null` where there is nothing to ask. */
  readonly isRightOf: string | null;
  /** That the child called for help with it: who was asked, and who decided how to help. */
  readonly help: {
    readonly asked: readonly string[];
    readonly isLate: boolean;
    readonly readBy: string | null;
  } | null;
}

/** The three houses as the child has them, with the people whom the child can choose. */
export async function housesView(ports: HttpPorts, plan: PlanRecord, reader: SignedIn) {
  const {people, child} = await peopleFor(ports, plan, reader);
  const known = new Set<string>(people.map(({id}) => id));
  const items = await ports.storage.items(plan.id);
  const everyone = await ports.storage.participants(plan.id);
  const calls = await ports.storage.houses.help.of(plan.id);
  const choices = await ports.storage.houses.choices.of(plan.id);
  const things: HouseThing[] = [];
  const compartments = received(reader, plan, await ports.storage.compartments(plan.id));
  for (const compartment of compartments) {
    if (compartment.kind === 'shared') continue;
    const {id: me} = reader.participant;
    const readers = compartment.audience?.filter(id => id !== me && known.has(id)) ?? null;
    const mine = new Map(items.filter(one => isOwn(one, compartment, me)).map(one => [one.id, one]));
    for (const [root, node] of await nodesIn(ports, compartment))
      things.push({
        ...contentOf(node),
        ...{root, isMine: mine.has(idOf(node)), isRightOf: unsaidOf(mine.get(idOf(node)), known)},
        ...chosenAbout(
          choices.find(one => one.itemId === idOf(node) && one.compartmentId === compartment.id),
          readers,
          [...known].filter(id => id !== me),
        ),
        help: helpOf(
          calls.findLast(one => one.itemId === idOf(node) && one.compartmentId === compartment.id),
          known,
          ports.clock.now(),
        ),
      });
  }
  const sessions = await ports.storage.houses.sessions.of(plan.id);
  const goingOn = sessions.filter(
    one => one.speaker === reader.participant.id && isGoingOn(one, ports.clock.now()),
  );
  const {born} = readFacts(plan).child;
  return {
    names: houseNames(plan),
    first: firstHouse(plan),
    child: {calledName: child.calledName, band: ageBand(born, dayOf(ports.clock.now()))},
    isSure: reader.isConfirmed,
    withYou: [...new Set(goingOn.map(({scribe}) => scribe))].filter(id => known.has(id)),
    people: people
      .filter(({isMe}) => !isMe)
      .map(({id, name, relationship, lead}) => ({id, name, relationship, lead})),
    things,
    helpers: helpersOf({people: everyone.filter(one => ports.sessions.hasAccess(one))}),
  };
}

/**
 * What the child chose about an item, and what was decided against it. Of that the page says nothing before a person told the child: it
 * shows whom the child chose, and never says that nobody else reads it.
 */
function chosenAbout(
  choice: ChoiceRecord | undefined,
  all: readonly string[] | null,
  known: readonly string[],
): Pick<HouseThing, 'readers' | 'decided' | 'decidedBy' | 'isOpened' | 'notWith'> {
  const shownTo: readonly string[] | undefined = choice?.shownTo ?? undefined;
  const byDecision = new Set<string>(readersByDecision(choice));
  const told = (choice?.overrides ?? []).filter(one => one.agreedAt !== null && one.told.how === 'told');
  const readers = shownTo === undefined ? all : known.filter(id => shownTo.includes(id));
  const decided = new Set(told.flatMap(({reader}) => reader ?? known.filter(id => !shownTo?.includes(id))));
  return {
    readers: readers?.filter(id => !byDecision.has(id)) ?? null,
    decided: known.filter(id => decided.has(id)),
    decidedBy: known.filter(id => told.some(({askedBy, second}) => askedBy === id || second === id)),
    isOpened: shownTo !== undefined && told.some(({reader}) => reader === null),
    notWith: choice?.notWith.filter(id => known.includes(id)) ?? [],
  };
}

/** What a child is told of a call of theirs. */
function helpOf(call: HelpRecord | undefined, known: ReadonlySet<string>, now: number): HouseThing['help'] {
  if (call === undefined) return null;
  const by = call.decisions.at(-1)?.by ?? null;
  return {
    asked: call.asked.filter(id => known.has(id)),
    isLate: helpView(call, now).isLate,
    readBy: by !== null && known.has(by) ? by : null,
  };
}

const ROOTS: readonly RootName[] = ['house:good', 'house:worries', 'house:dreams'];

async function nodesIn(
  {sync}: HttpPorts,
  {id, kind}: CompartmentRecord,
): Promise<readonly (readonly [RootName, PmJson])[]> {
  const read = await sync.withDocument(id, doc => {
    if (kind === 'voice')
      return ROOTS.flatMap(root => readRoot(doc.getXmlFragment(root)).map(node => [root, node] as const));
    return readRoot(doc.getXmlFragment('items')).flatMap(node => {
      const root = ROOTS.find(one => one === node.attrs?.['anchor.root']);
      return root === undefined || node.type === 'note' ? [] : [[root, node] as const];
    });
  });
  return read ?? [];
}

function isOwn(item: ItemRecord, {id}: CompartmentRecord, me: string): boolean {
  return item.compartmentId === id && item.owner === me;
}

/** Who wrote something for the child, as long as it isn't known to be right. */
function unsaidOf(item: ItemRecord | undefined, known: ReadonlySet<string>): string | null {
  const {owner, typedBy = null, readBack = true} = item ?? {};
  return typedBy === null || typedBy === owner || readBack || !known.has(typedBy) ? null : typedBy;
}

function contentOf(node: PmJson): Pick<HouseThing, 'id' | 'text' | 'symbols' | 'drawing' | 'voiceNote'> {
  const parts = node.content ?? [];
  const drawing = parts.find(({type}) => type === 'drawing');
  const voice = parts.find(({type}) => type === 'voiceNote');
  const strokes = (drawing?.content ?? []).filter(({type}) => type === 'stroke');
  const stamps = (drawing?.content ?? []).filter(({type}) => type === 'stamp');
  return {
    id: idOf(node),
    text: parts
      .filter(({type}) => !NO_WORDS.has(type))
      .map(wordsOf)
      .filter(words => words !== '')
      .join('\n'),
    symbols: parts
      .filter(({type}) => type === 'symbol')
      .map(part => ({symbol: text(part, 'symbol'), alt: text(part, 'alt')})),
    drawing:
      drawing === undefined
        ? null
        : {
            alt: text(drawing, 'alt'),
            strokes: strokes.map(part => ({
              tool: text(part, 'tool'),
              colour: text(part, 'colour'),
              size: number(part, 'size'),
              points: wordsOf(part),
            })),
            stamps: stamps.map(part => ({
              symbol: text(part, 'symbol'),
              x: number(part, 'x'),
              y: number(part, 'y'),
              scale: number(part, 'scale'),
            })),
          },
    voiceNote:
      voice === undefined
        ? null
        : {
            attachment: text(voice, 'attachment'),
            seconds: number(voice, 'seconds'),
            alt: text(voice, 'alt'),
          },
  };
}

const NO_WORDS: ReadonlySet<string> = new Set(['drawing', 'symbol', 'voiceNote', 'link', 'part']);

function wordsOf(node: PmJson): string {
  return node.text ?? (node.content ?? []).map(wordsOf).join('');
}

// The gate lets only ids stand in this attribute.
function idOf(node: PmJson): ItemId {
  return text(node, 'id') as ItemId;
}

function text(node: PmJson, name: string): string {
  const value = node.attrs?.[name];
  return typeof value === 'string' ? value : '';
}

function number(node: PmJson, name: string): number {
  const value = node.attrs?.[name];
  return typeof value === 'number' ? value : 0;
}
