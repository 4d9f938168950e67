import type {SyncServer} from '../sync/index.ts';
import type {WithholdingPorts} from '../withholding/index.ts';

/** What breaking the glass works with. */
export interface GlassPorts extends WithholdingPorts {
  readonly sync: WithholdingPorts['sync'] & Pick<SyncServer, 'tellSession'>;
}
