/** What somebody asks for at an item of the safety map. */
export type MapAsked =
  | {readonly kind: 'goal' | 'scale' | 'dispute' | 'checked'}
  /** The sentence that the helper made, and who is worried. */
  | {readonly kind: 'sentence'; readonly sentence: string; readonly who: string};

/** Asks for what an item of the safety map still lacks, or for a place to disagree with it. */
export class MapAct extends Event {
  static readonly eventName = 'map-act';
  readonly asked: MapAsked;

  constructor(asked: MapAsked) {
    super(MapAct.eventName, {bubbles: true, composed: true});
    this.asked = asked;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'map-act': MapAct;
  }
}
