import type {RootName, SectionSpec} from '@goldthread/schema';
import type {LitElement, TemplateResult} from 'lit';
import type {ItemIndex} from '../../context/item-index.ts';
import type {OwnItems} from '../../context/own-items.ts';
import type {PlanSource} from '../../context/plan-source.ts';
import type {Settings} from '../../events/settings-change.ts';
import type {ChangeEntry} from '../changes/changes.ts';
import type {PlanSection} from '../section/section.ts';
import type {StopReason} from '../stop-page/stop-page.ts';
import type {Quiet} from './quiet.ts';
import type {Screens} from './screens.ts';

/** What a phone shows; a wide page shows the plan with the rest beside it. */
export type View = 'home' | 'plan' | 'part' | 'parts' | 'people';

/** What the parts of `<goldthread-plan>` know of it and of each other. */
export interface PlanHost extends LitElement {
  readonly source: PlanSource | null;
  readonly sections: readonly SectionSpec[];
  readonly index: ItemIndex;
  readonly own: OwnItems;
  readonly quiet: Quiet;
  readonly screens: Screens;
  readonly isFamilyPhone: boolean;
  readonly narrow: {readonly matches: boolean};
  readonly stopped: StopReason | null;
  readonly settings: Settings;
  readonly changes: readonly ChangeEntry[];
  readonly helpLine: string;
  readonly helpName: string;
  readonly parts: SectionsOfPlan;
  readonly tools: {template(): TemplateResult; focus(): void};
  view: View;
  current: RootName | null;
  following: string | null;
  news: string;
  backOnline: string;
  isOffline: boolean;
  isWriting: boolean;
  goTo(root: RootName, item: string | null): Promise<void>;
  applySettings(settings: Settings): void;
}

/** The section elements of a plan. */
export interface SectionsOfPlan {
  readonly elements: readonly PlanSection[];
  elementOf(root: RootName | null): PlanSection | undefined;
  ownWordsRoot(): RootName | null;
}
