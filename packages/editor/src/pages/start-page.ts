import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {StartPage} from '../elements/start/start.ts';
import {readSite} from './site.ts';

customElements.define('goldthread-start', StartPage);
showSettings(document.documentElement, readSettings(localStorage));
const page = new StartPage();
page.helpLine = readSite(document).helpLine;
document.body.append(page);
