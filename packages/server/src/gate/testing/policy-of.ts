import {EHCP, isRootName, itemTypesOf, rootsOf, type RootName} from '@goldthread/schema';
import {GATE_LIMITS, type GatePolicy} from '../policy.ts';

const ROOTS: ReadonlySet<string> = new Set(rootsOf(EHCP, 'shared'));

/** A policy for tests: the sender has client 7 and may do everything in `shared`, but for what the test changes. */
export function policyOf(changes: Partial<GatePolicy> = {}): GatePolicy {
  return {
    isOwnClient: client => client === 7,
    isKnownRoot: (root): root is RootName => isRootName(root) && ROOTS.has(root),
    mayWriteRoot: () => true,
    allowsItemType: (root, typeName) => itemTypesOf(EHCP, root).some(name => name === typeName),
    mayWriteItem: () => true,
    isKnownItemElsewhere: () => false,
    isKnownReference: () => false,
    isOpenReference: () => false,
    limits: GATE_LIMITS,
    ...changes,
  };
}
