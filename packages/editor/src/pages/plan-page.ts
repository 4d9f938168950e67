import '../define.ts';
import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {GoldthreadPlan} from '../elements/plan/plan.ts';
import {words} from '../words/words.ts';
import {keepShell} from './keep-shell.ts';
import {readSite} from './site.ts';

showSettings(document.documentElement, readSettings(localStorage));
const plan = new GoldthreadPlan();
plan.plan = decodeURIComponent(location.pathname.replace(/^\/plan\//, ''));
plan.participant = new URLSearchParams(location.search).get('me') ?? '';
void readSite().then(site => {
  plan.helpLine = site.helpLine;
  plan.helpName = site.council;
});
plan.addEventListener('plan-opened', event => {
  document.title = words.plan.title(event.childName);
  void keepShell(plan.participant);
});
plan.addEventListener('plan-settings-change', event =>
  showSettings(document.documentElement, event.settings),
);
plan.addEventListener('plan-closed', event => {
  const {signedOutTitle, outOfDateTitle, noPlanTitle} = words.access;
  document.title = {signedOut: signedOutTitle, outOfDate: outOfDateTitle, noAccess: noPlanTitle}[
    event.reason
  ];
});
document.body.append(plan);
