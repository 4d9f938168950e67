import type {ChildServer, NewThing, Refusal, Told} from '../elements/houses/child-calls.ts';
import type {HouseItem, HousesView} from '../elements/houses/read-houses.ts';

const WORRY: HouseItem = {
  id: 'bell',
  root: 'house:worries',
  text: 'bell too loud',
  symbols: [],
  drawing: null,
  readers: null,
  isMine: true,
};

/** The houses of a child without a network: what is kept is there, and what a test sets is what the server says. */
export class FakeChildServer implements ChildServer {
  view: HousesView = {
    childName: 'Jory',
    band: 'middle',
    isSure: true,
    people: ['Temi Adeyemi', 'Esme Farrow', 'Bronagh Kell', 'Folasade Adeyemi', 'Wren Castellan'].map(
      name => ({
        id: name,
        name,
        relationship: 'somebody he knows',
        lead: name.startsWith('Esme'),
      }),
    ),
    things: [WORRY],
  };
  /** What the next call comes to instead of what was asked. */
  refusal: Refusal | null = null;
  readonly shared: [string, 'everyone' | readonly string[]][] = [];
  seenBy: readonly string[] = [];

  houses(): Promise<Told<HousesView>> {
    return Promise.resolve(this.#answer(this.view));
  }

  keep(root: string, thing: NewThing): Promise<Told<unknown>> {
    const told = this.#answer({});
    if ('value' in told)
      this.#put({
        ...thing,
        id: `new ${this.view.things.length}`,
        root,
        readers: ['Esme Farrow'],
        isMine: true,
      });
    return Promise.resolve(told);
  }

  symbols(): Promise<unknown> {
    return Promise.resolve(null);
  }

  share(id: string, shareWith: 'everyone' | readonly string[]): Promise<Told<readonly string[]>> {
    const told = this.#answer(this.seenBy);
    if ('value' in told) {
      this.shared.push([id, shareWith]);
      const readers = shareWith === 'everyone' ? null : shareWith;
      const things = this.view.things.map(one =>
        one.id === id ? {...one, id: `${id} again`, readers} : one,
      );
      this.view = {...this.view, things};
    }
    return Promise.resolve(told);
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
