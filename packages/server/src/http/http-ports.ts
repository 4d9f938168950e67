import type {SymbolPack} from '@goldthread/schema/symbols';
import type {RandomBytes} from '@goldthread/schema';
import type {Comments, DisagreementFiles, Disagreements, Positions, Scales} from '../agreement/index.ts';
import type {Audit} from '../audit/index.ts';
import type {Codes, Invites, Passkeys, Sessions} from '../auth/index.ts';
import type {Config, CouncilWords} from '../config/index.ts';
import type {Contacts} from '../contacts/index.ts';
import type {
  HelpCalls,
  HouseSessions,
  Overrides,
  OwnWords,
  Presentations,
  Recordings,
  SaidRight,
} from '../houses/index.ts';
import type {Glass} from '../glass/index.ts';
import type {Clock, Logger} from '../ports/index.ts';
import type {Proposals} from '../proposals/index.ts';
import type {Purges} from '../purge/index.ts';
import type {PlanStorage} from '../storage/index.ts';
import type {SyncServer} from '../sync/index.ts';
import type {Quotations, Traces} from '../traces/index.ts';
import type {Withholdings} from '../withholding/index.ts';
import type {Prometheus} from './prometheus.ts';

/** Everything that routes work with; made once, in `build-server.ts`. */
export interface HttpPorts {
  readonly config: Config;
  readonly storage: PlanStorage;
  /** The open documents: told when access changes, asked what stands in them. */
  readonly sync: Pick<SyncServer, 'changed' | 'withDocument' | 'tellSession' | 'tellRecords' | 'copies'>;
  readonly withholdings: Withholdings;
  readonly positions: Positions;
  readonly scales: Scales;
  readonly comments: Comments;
  readonly proposals: Proposals;
  readonly disagreements: Disagreements;
  readonly disagreementFiles: DisagreementFiles;
  readonly traces: Traces;
  readonly quotations: Quotations;
  readonly glass: Glass;
  readonly contacts: Contacts;
  readonly ownWords: OwnWords;
  readonly overrides: Overrides;
  readonly helpCalls: HelpCalls;
  readonly houseSessions: HouseSessions;
  readonly presentations: Presentations;
  readonly saidRight: SaidRight;
  readonly recordings: Recordings;
  readonly purges: Purges;
  readonly sessions: Sessions;
  readonly invites: Invites;
  readonly codes: Codes;
  readonly passkeys: Passkeys;
  readonly audit: Audit;
  readonly clock: Clock;
  readonly random: RandomBytes;
  readonly logger: Logger;
  readonly metrics: Prometheus;
  /** Folder with the built pages. */
  readonly pagesFolder: string;
  /** A school's own picture symbols, which children find before ours. */
  readonly schoolsOwn: SymbolPack | null;
  /** What the council says of advice, mediation and appeal. */
  readonly councilWords: CouncilWords | null;
  /** What links start with, once the server listens; no slash at the end. */
  publicUrl(): string;
}
