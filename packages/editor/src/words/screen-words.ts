import {legalGround} from './en/legal-ground.ts';
import {privateList} from './en/private-list.ts';
import {screen} from './en/screen.ts';
import {withhold} from './en/withhold.ts';
import {withholdChild} from './en/withhold-child.ts';

/** Every word of what opens over the plan, for whoever reads them all; each screen loads its own only. */
export const screenWords = {legalGround, privateList, screen, withhold, withholdChild} as const;
