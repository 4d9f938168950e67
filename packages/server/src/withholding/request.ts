import type {CopyReason, ItemId, ItemTypeName, ParticipantId, RootName} from '@goldthread/schema';
import type {HiddenPerson, WithholdingReason} from '@goldthread/schema';

/** A new private item that is withheld from the start. */
export interface Draft {
  readonly root: RootName;
  readonly after: ItemId | null;
  readonly type: ItemTypeName;
  readonly text: string;
}

/** What somebody asks for who withholds something. */
export interface WithholdRequest {
  readonly itemIds: readonly ItemId[];
  /** Somebody on the plan who is withheld, instead of items. */
  readonly personId: ParticipantId | null;
  readonly draft: Draft | null;
  readonly hiddenFrom: readonly HiddenPerson[];
  /** `null`: everybody on the plan now, less those from whom it is withheld. */
  readonly audience: readonly ParticipantId[] | null;
  readonly reasonCode: WithholdingReason;
  readonly legalGround: string;
  readonly factBase: string;
  readonly alternatives: string;
  readonly openReason: string;
  readonly childTold: string;
  readonly reviewOn: string | null;
  readonly imminent: boolean;
  readonly shapes: readonly ItemId[];
  /** Words that stay in the place of statutory text, by item; `null` says that nothing stays. */
  readonly safeWording: Readonly<Record<string, string | null>>;
  /** Why words of a private note may stand where these would; `null` where nobody said. */
  readonly copyReason: CopyReason | null;
  /** Keys of places, in words that everybody is to read, that may be told all the same. */
  readonly cleared: readonly string[];
}
