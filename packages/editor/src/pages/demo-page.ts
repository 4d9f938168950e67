import {readSettings, showSettings} from '../controllers/settings-store.ts';
import {DemoPage} from '../elements/demo/demo.ts';

customElements.define('goldthread-demo', DemoPage);
showSettings(document.documentElement, readSettings(localStorage));
document.body.append(new DemoPage());
