import {KeyRing, readMasterKey} from '../keys/index.ts';
import {Inspection, isSealed} from '../storage/index.ts';
import {verify, type Verdict} from '../verify/index.ts';
import {DataProblem, requireData, type DataPaths} from './data-paths.ts';

/** Looks at everything in a data folder, whether it is served meanwhile or not, and changes nothing. */
export function verifyFolder({dataFolder, masterKeyFile}: DataPaths): Verdict {
  requireData(dataFolder);
  if (!isSealed(dataFolder)) {
    throw new DataProblem(`${dataFolder} is not encrypted yet. Start the server on it once.`);
  }
  const verdict = look(dataFolder, masterKeyFile);
  // A key that is renewed while one looks makes rows seem closed.
  return verdict.findings.length === 0 ? verdict : look(dataFolder, masterKeyFile);
}

function look(folder: string, masterKeyFile: string): Verdict {
  const ring = new KeyRing(folder, readMasterKey(masterKeyFile), {readOnly: true});
  try {
    const inspection = new Inspection(folder, ring);
    try {
      return verify(inspection, ring);
    } finally {
      inspection.close();
    }
  } finally {
    ring.close();
  }
}
