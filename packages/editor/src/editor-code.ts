import {offerIslands} from './elements/plan/private-notes.ts';

/** The code of the editor, in one script that comes when a section is near the screen. */
export {mountSection} from './prosemirror/mount-section.ts';

// What people think stands beside every item once the plan can be read; nobody waits for it.
void import('./screens/stances.ts').catch(() => undefined);
void import('./screens/links.ts').catch(() => undefined);

// Named here, so that what draws withheld items shares the editor's code instead of tearing that in two.
offerIslands(() => import('./screens/private-notes.ts'));

/** Loads the safety map, which is made of editors. */
export const loadMap = () => import('./screens/map.ts');
