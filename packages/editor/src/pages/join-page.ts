import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {passkeysOf} from '../device/passkeys.ts';
import {JoinPage} from '../elements/join/join.ts';
import {readSite} from './site.ts';

customElements.define('goldthread-join', JoinPage);
showSettings(document.documentElement, readSettings(localStorage));
const page = new JoinPage();
const passkeys = passkeysOf(location.origin);
page.ports = {
  canKeepPasskeys: passkeys.canUse,
  makePasskey: options => passkeys.make(options),
  go: address => location.assign(address),
};
page.token = location.hash.slice(1);
void readSite().then(site => (page.helpLine = site.helpLine));
// The secret leaves the address as soon as it has been read, so that it is in no history and on no screen.
history.replaceState(null, '', '/join');
document.body.append(page);
