import {offerIslands} from './elements/plan/private-notes.ts';

/** The code of the editor, in one script that comes when a section is near the screen. */
export {mountSection} from './prosemirror/mount-section.ts';

// Named here, so that what draws withheld items shares the editor's code instead of tearing that in two.
offerIslands(() => import('./screens/private-notes.ts'));
