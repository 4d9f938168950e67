import {GoldthreadHouses} from '../elements/houses/houses.ts';
import {openDrafts} from '../device/draft-store.ts';
import {HttpChildServer} from '../elements/houses/child-calls.ts';
import {ChildDraw} from '../elements/houses/draw.ts';
import {ChildPlay} from '../elements/houses/play.ts';
import {ChildPick} from '../elements/houses/pick.ts';
import {ChildShowTo} from '../elements/houses/show-to.ts';
import {ChildTalk} from '../elements/houses/talk.ts';
import {ChildTold} from '../elements/houses/told.ts';
import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {houses as say} from '../words/en/houses.ts';

customElements.define('goldthread-draw', ChildDraw);
customElements.define('goldthread-houses', GoldthreadHouses);
customElements.define('goldthread-pick', ChildPick);
customElements.define('goldthread-play', ChildPlay);
customElements.define('goldthread-show-to', ChildShowTo);
customElements.define('goldthread-talk', ChildTalk);
customElements.define('goldthread-told', ChildTold);

showSettings(document.documentElement, readSettings(localStorage));
const houses = new GoldthreadHouses();
houses.plan = decodeURIComponent(location.pathname.replace(/^\/child\//, ''));
houses.participant = new URLSearchParams(location.search).get('me') ?? '';
document.title = say.pageTitle;
document.body.append(houses);

/** On a device of the child's own what is begun survives a reload; the page doesn't wait for it. */
async function goOn(): Promise<void> {
  const signedIn = await new HttpChildServer(houses.plan, houses.participant).session();
  if (signedIn === null) return;
  houses.isShared = signedIn.isShared;
  const drafts = await openDrafts({plan: houses.plan, ...signedIn}, () => new Date());
  if (drafts !== null) await houses.goOn(drafts);
}
void goOn();
