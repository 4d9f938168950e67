import {ageBand, type RootName} from '@goldthread/schema';
import {askPlan, type RecordAnswer} from '../../records/ask-records.ts';
import {fieldsOf, listOf, textOf, type Fields} from '../../records/read.ts';
import type {PlanHttp} from '../../sync/plan-http.ts';
import {dayIn} from '../../words/clock-time.ts';
import {houseNames} from '../../words/en/house-names.ts';
import type {House, StoredDrawing, ThingSaid} from './read-houses.ts';

/** Something in one of the child's houses, as whoever asks receives it, with how it came about. */
export interface HouseWords extends ThingSaid {
  readonly id: string;
  readonly root: RootName;
  readonly speaker: string;
  readonly mode: string;
  readonly writer: string;
  readonly askedBy: string;
  readonly date: string;
  readonly place: string;
  readonly promptsUsed: string;
  readonly observed: string;
  readonly interpretedBy: string;
  readonly present: readonly string[];
}

/** All that stands in the houses for whoever asks. */
export interface HousesSeen {
  /** When the child was born, where the plan says so. */
  readonly born: string | undefined;
  /** What the houses are called, by root: by the child, or else as it is said to somebody of that age. */
  readonly names: Readonly<Partial<Record<RootName, string>>>;
  /** The house that the child picked first. */
  readonly first: RootName | null;
  readonly words: readonly HouseWords[];
}

const LISTS = [
  ['goodThings', 'house:good', 'good'],
  ['worries', 'house:worries', 'worries'],
  ['dreams', 'house:dreams', 'dreams'],
] as const satisfies readonly (readonly [string, RootName, House])[];

/** The houses as the session that asks receives them. */
export function housesSeen(http: PlanHttp): Promise<RecordAnswer<HousesSeen>> {
  return askPlan(http, ['GET', ''], body => {
    const {child, threeHouses, format} = fieldsOf(body);
    if (format !== 'goldthread-plan') return null;
    const houses = fieldsOf(threeHouses);
    const born = textOf(fieldsOf(child)['born']);
    return {
      born: born === '' ? undefined : born,
      names: Object.fromEntries(
        LISTS.map(([list, root, house]) => [
          root,
          textOf(fieldsOf(houses['names'])[list]) || plainName(house, born),
        ]),
      ),
      first: LISTS.find(([list]) => list === houses['first'])?.[1] ?? null,
      words: LISTS.flatMap(([list, root]) => listOf(houses[list]).map(one => readWords(root, one))),
    };
  });
}

/** What a house is called that the child has no name for. Somebody of thirteen has columns (domain 5.4). */
function plainName(house: House, born: string): string {
  const isTeen = born !== '' && ageBand(born, dayIn(new Date())) === 'teen';
  return isTeen ? houseNames[`${house}Teen`] : houseNames[house];
}

function readWords(root: RootName, item: unknown): HouseWords {
  const fields = fieldsOf(item);
  const said = (name: string) => textOf(fields[name]);
  return {
    ...{id: said('id'), root},
    ...contentOf(fields['text']),
    ...{speaker: said('speaker'), mode: said('mode'), writer: said('writer'), askedBy: said('askedBy')},
    ...{date: said('date'), place: said('place'), promptsUsed: said('promptsUsed')},
    ...{observed: said('observed'), interpretedBy: said('interpretedBy')},
    present: listOf(fields['present']).map(one => textOf(fieldsOf(one)['who'])),
  };
}

/** The words are one text where nothing else stands among them, else the nodes of a document. */
function contentOf(text: unknown): ThingSaid {
  const nodes = listOf(fieldsOf(text)['content']).map(fieldsOf);
  const all = (type: string) => nodes.filter(one => one['type'] === type);
  const [drawing] = all('drawing');
  const [voice] = all('voiceNote').map(attrsOf);
  return {
    text: typeof text === 'string' ? text : nodes.filter(isWords).map(wordsOf).join('\n'),
    symbols: all('symbol')
      .map(attrsOf)
      .map(one => ({symbol: textOf(one['symbol']), alt: textOf(one['alt'])})),
    drawing: drawing === undefined ? null : drawingOf(drawing),
    voiceNote:
      voice === undefined
        ? null
        : {
            attachment: textOf(voice['attachment']),
            seconds: number(voice['seconds']),
            alt: textOf(voice['alt']),
          },
  };
}

function drawingOf(drawing: Fields): StoredDrawing {
  const inside = listOf(drawing['content']).map(fieldsOf);
  const all = (type: string) => inside.filter(one => one['type'] === type);
  return {
    alt: textOf(attrsOf(drawing)['alt']),
    strokes: all('stroke').map(one => {
      const {tool, colour, size} = attrsOf(one);
      return {tool: textOf(tool), colour: textOf(colour), size: number(size), points: wordsOf(one)};
    }),
    stamps: all('stamp').map(one => {
      const {symbol, x, y, scale} = attrsOf(one);
      return {symbol: textOf(symbol), x: number(x), y: number(y), scale: number(scale)};
    }),
  };
}

const NO_WORDS: ReadonlySet<unknown> = new Set(['drawing', 'symbol', 'voiceNote', 'link', 'part']);

function isWords({type}: Fields): boolean {
  return !NO_WORDS.has(type);
}

function wordsOf({text, content}: Fields): string {
  return typeof text === 'string' ? text : listOf(content).map(fieldsOf).map(wordsOf).join('');
}

function attrsOf({attrs}: Fields): Fields {
  return fieldsOf(attrs);
}

function number(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
