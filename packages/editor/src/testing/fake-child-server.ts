import type {
  ChildServer,
  HouseNames,
  Kept,
  NewThing,
  Readers,
  Refusal,
  Told,
} from '../elements/houses/child-calls.ts';
import type {ToldThing} from '../elements/houses/read-told.ts';
import type {HouseHelp, HouseItem, HousesView} from '../elements/houses/read-houses.ts';

const WORRY: HouseItem = {
  id: 'bell',
  root: 'house:worries',
  text: 'bell too loud',
  symbols: [],
  drawing: null,
  voiceNote: null,
  readers: null,
  decided: [],
  decidedBy: [],
  isOpened: false,
  notWith: [],
  isMine: true,
  isRightOf: '',
  help: null,
};

/** The houses of a child without a network: what is kept is there, and what a test sets is what the server says. */
export class FakeChildServer implements ChildServer {
  view: HousesView = {
    childName: 'Jory',
    band: 'middle',
    isSure: true,
    names: {},
    first: 'good',
    people: ['Temi Adeyemi', 'Esme Farrow', 'Bronagh Kell', 'Folasade Adeyemi', 'Wren Castellan'].map(
      name => ({
        id: name,
        name,
        relationship: 'somebody he knows',
        lead: name.startsWith('Esme'),
      }),
    ),
    things: [WORRY],
    helpers: ['Esme Farrow', 'Bronagh Kell'],
    withYou: [],
  };
  /** What the next call comes to instead of what was asked. */
  refusal: Refusal | null = null;
  readonly shared: [string, Readers][] = [];
  seenBy: readonly string[] = [];
  #hasLeft = false;
  /** What became of what the child said. */
  things: readonly ToldThing[] = [];

  houses(): Promise<Told<HousesView>> {
    if (this.#hasLeft) return Promise.resolve({refusal: {problem: 'closed', code: '', sentence: ''}});
    return Promise.resolve(this.#answer(this.view));
  }

  name(chosen: HouseNames): Promise<Told<unknown>> {
    const told = this.#answer({});
    if ('value' in told) this.view = {...this.view, ...chosen};
    return Promise.resolve(told);
  }

  keep(root: string, {asksForHelp, voice, ...thing}: NewThing): Promise<Told<Kept>> {
    const id = `new ${this.view.things.length}`;
    const told = this.#answer({id, isCall: asksForHelp});
    if ('value' in told)
      this.#put({
        ...thing,
        voiceNote: voice === null ? null : {attachment: id, seconds: voice.seconds, alt: voice.alt},
        ...{
          id,
          root,
          readers: ['Esme Farrow'],
          decided: [],
          decidedBy: [],
          isOpened: false,
          notWith: [],
          isMine: true,
          isRightOf: '',
        },
        help: asksForHelp ? this.#call : null,
      });
    return Promise.resolve(told);
  }

  callForHelp(id: string): Promise<Told<Kept>> {
    const told = this.#answer({id, isCall: true});
    if ('value' in told) this.#change(id, one => ({...one, help: this.#call}));
    return Promise.resolve(told);
  }

  sayRight(id: string): Promise<Told<unknown>> {
    const told = this.#answer({});
    if ('value' in told) this.#change(id, one => ({...one, isRightOf: ''}));
    return Promise.resolve(told);
  }

  leave(): Promise<Told<unknown>> {
    const told = this.#answer({});
    if ('value' in told) this.#hasLeft = true;
    return Promise.resolve(told);
  }

  sound(): Promise<Blob | null> {
    return Promise.resolve(null);
  }

  told(): Promise<Told<readonly ToldThing[]>> {
    return Promise.resolve(this.#answer(this.things));
  }

  quote(id: string, isIn: boolean): Promise<Told<unknown>> {
    const told = this.#answer({});
    if ('value' in told)
      this.things = this.things.map(one => (one.id === id ? {...one, isQuoted: isIn} : one));
    return Promise.resolve(told);
  }

  symbols(): Promise<unknown> {
    return Promise.resolve(null);
  }

  share(id: string, readers: Readers): Promise<Told<readonly string[]>> {
    const told = this.#answer(this.seenBy);
    if ('value' in told) {
      this.shared.push([id, readers]);
      const {shareWith, notWith} = readers;
      const others = this.view.people.map(one => one.id).filter(one => !notWith.includes(one));
      const everyone = notWith.length === 0 ? null : others;
      this.#change(id, one => ({
        ...one,
        ...{id: `${id} again`, readers: shareWith === 'everyone' ? everyone : shareWith, notWith},
      }));
    }
    return Promise.resolve(told);
  }

  get #call(): HouseHelp {
    return {asked: this.view.helpers, isLate: false, readBy: null};
  }

  #change(id: string, change: (item: HouseItem) => HouseItem): void {
    const things = this.view.things.map(one => (one.id === id ? change(one) : one));
    this.view = {...this.view, things};
  }

  #put(item: HouseItem): void {
    this.view = {...this.view, things: [...this.view.things, item]};
  }

  #answer<T>(value: T): Told<T> {
    const {refusal} = this;
    this.refusal = null;
    return refusal === null ? {value} : {refusal};
  }
}
