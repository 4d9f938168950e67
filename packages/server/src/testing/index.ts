export {planStand} from './plan-stand.ts';
export {SoftPasskey} from './soft-passkey.ts';
export {smallPlan} from './small-plan.ts';
export {
  ADMIN,
  TEST_MASTER_KEY,
  TestServer,
  personId,
  type ImportedForTest,
  type SignedInPerson,
  type TestServerOptions,
} from './test-server.ts';
