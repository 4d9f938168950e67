import type {PackSymbol} from '@goldthread/schema/symbols';
import {DrawingBoard} from './drawing-board.ts';
import type {NewThing} from './child-calls.ts';
import type {Voice} from './sound.ts';
import {HOUSES, type House, type StoredDrawing} from './read-houses.ts';

/** How a child puts something into a house. */
export type How = 'draw' | 'pictures' | 'talk' | 'write';
const TOOLS = ['draw', 'pictures', 'talk', 'write'] as const satisfies readonly How[];

/** What of the child's page is to be seen. */
export type ChildView =
  | {readonly kind: 'street'}
  | {readonly kind: 'mine'}
  | {readonly kind: 'told'}
  | {readonly kind: 'name'; readonly house: House}
  | {readonly kind: 'house'; readonly house: House}
  | {readonly kind: 'each'; readonly house: House; readonly at: number}
  | {readonly kind: 'show' | 'not'; readonly house: House; readonly at: number}
  | {readonly kind: 'call'; readonly house: House; readonly at: number}
  | {readonly kind: How; readonly house: House}
  | {readonly kind: 'check'; readonly how: How; readonly house: House}
  | {readonly kind: 'help'; readonly back: ChildView}
  | {readonly kind: 'bye'};

/** How the page looks: the child may choose any (domain 5.4). */
export const LOOKS = ['pictures', 'houses', 'columns'] as const;
export type Look = (typeof LOOKS)[number];

/** How the page looks for a child of an age, until the child chooses otherwise. */
export const LOOK_OF = {young: 'pictures', middle: 'houses', teen: 'columns'} as const;

/** What is begun in one house, and whether the child says with it that they need help now. */
interface Draft {
  /** What the house may be called. */
  name: string;
  text: string;
  picked: readonly PackSymbol[];
  board: DrawingBoard;
  voice: Voice | null;
  asksForHelp: boolean;
}

/** What a device keeps of what was begun in each house; the sound of a recording lies beside it. */
export type StoredDrafts = Partial<
  Record<
    House,
    Omit<Draft, 'board' | 'voice'> & {
      readonly drawing: StoredDrawing;
      readonly voice: Omit<Voice, 'sound'> | null;
    }
  >
>;

/** What a child has begun in each house, and keeps while the page is open, wherever the child goes on it. */
export class Drafts {
  readonly #of = new Map<House, Draft>(
    HOUSES.map(house => [
      house,
      {name: '', text: '', picked: [], board: new DrawingBoard(), voice: null, asksForHelp: false},
    ]),
  );

  in(house: House): Draft {
    const draft = this.#of.get(house);
    if (draft === undefined) throw new RangeError(`There is no house ${house}.`);
    return draft;
  }

  /** Whether anything is begun that a reload would lose. */
  get isEmpty(): boolean {
    return HOUSES.every(house => TOOLS.every(how => this.thing(how, house) === null));
  }

  /** What was recorded in each house. */
  get sounds(): ReadonlyMap<House, Blob> {
    return new Map(
      HOUSES.flatMap(house => {
        const {voice} = this.in(house);
        return voice === null ? [] : [[house, voice.sound]];
      }),
    );
  }

  /** What a device keeps of it, but for the sounds. */
  stored(): StoredDrafts {
    return Object.fromEntries(
      HOUSES.map(house => {
        const {name, text, picked, board, voice, asksForHelp} = this.in(house);
        const said = voice === null ? null : {seconds: voice.seconds, alt: voice.alt};
        return [house, {name, text, picked, asksForHelp, drawing: board.drawing, voice: said}];
      }),
    );
  }

  /** Goes on with what a device kept, in each house in which nothing was begun since. */
  restore(kept: StoredDrafts, sounds: ReadonlyMap<House, Blob>): void {
    for (const house of HOUSES) {
      const before = kept[house];
      const isNew = TOOLS.every(how => this.thing(how, house) === null);
      if (before === undefined || !isNew) continue;
      const {drawing, voice, ...rest} = before;
      const sound = sounds.get(house);
      const said = sound === undefined || voice === null ? null : {...voice, sound};
      Object.assign(this.in(house), rest, {board: new DrawingBoard(drawing), voice: said});
    }
  }

  /** What would be kept; `null` while there is nothing. */
  thing(how: How, house: House): NewThing | null {
    const {text, picked, board, voice, asksForHelp} = this.in(house);
    const none = {text: '', symbols: [], drawing: null, voice: null, asksForHelp};
    if (how === 'write') return text.trim() === '' ? null : {...none, text};
    if (how === 'talk') return voice === null ? null : {...none, voice};
    if (how === 'draw') return board.isEmpty ? null : {...none, drawing: board.drawing};
    const symbols = picked.map(({id, word}) => ({symbol: id, alt: word}));
    return symbols.length === 0 ? null : {...none, symbols};
  }

  /** Nothing is begun any more, in any house. */
  drop(): void {
    for (const house of HOUSES) for (const how of TOOLS) this.clear(how, house);
  }

  /** It is kept: there is nothing begun any more. */
  clear(how: How, house: House): void {
    const draft = this.in(house);
    draft.asksForHelp = false;
    if (how === 'write') draft.text = '';
    if (how === 'pictures') draft.picked = [];
    if (how === 'talk') draft.voice = null;
    if (how === 'draw') draft.board = new DrawingBoard();
  }
}
