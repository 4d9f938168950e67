import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {JoinPage} from '../elements/join/join.ts';
import {readSite} from './site.ts';

customElements.define('goldthread-join', JoinPage);
showSettings(document.documentElement, readSettings(localStorage));
const page = new JoinPage();
page.token = location.hash.slice(1);
void readSite().then(site => (page.helpLine = site.helpLine));
// The secret leaves the address as soon as it has been read, so that it is in no history and on no screen.
history.replaceState(null, '', '/join');
document.body.append(page);
