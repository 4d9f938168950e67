import '../define.ts';
import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {keepShell} from './keep-shell.ts';
import {followTitle} from './plan-title.ts';
import {readSite} from './site.ts';

showSettings(document.documentElement, readSettings(localStorage));
const plan = new GoldthreadPlan();
plan.plan = decodeURIComponent(location.pathname.replace(/^\/plan\//, ''));
plan.participant = new URLSearchParams(location.search).get('me') ?? '';
void readSite().then(site => {
  plan.helpLine = site.helpLine;
  plan.helpName = site.council;
});
plan.addEventListener('plan-opened', () => void keepShell(plan.participant));
plan.addEventListener('plan-settings-change', event =>
  showSettings(document.documentElement, event.settings),
);
followTitle(plan, document);
document.body.append(plan);
