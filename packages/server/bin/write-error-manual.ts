import {writeFileSync} from 'node:fs';
import {errorManual} from '../src/error-manual.ts';

writeFileSync(new URL('../../../docs/errors.md', import.meta.url), errorManual());
