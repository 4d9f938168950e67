import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {StartPage} from '../elements/start/start.ts';
import {readSite} from './site.ts';

customElements.define('goldthread-start', StartPage);
showSettings(document.documentElement, readSettings(localStorage));
const page = new StartPage();
void readSite().then(site => (page.helpLine = site.helpLine));
document.body.append(page);
