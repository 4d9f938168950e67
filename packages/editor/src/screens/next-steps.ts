import {NextSteps} from '../elements/next-steps/next-steps.ts';
import {giveTag} from './give-tag.ts';

giveTag('goldthread-next-steps', NextSteps);
