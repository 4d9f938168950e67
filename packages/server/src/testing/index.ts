export {smallPlan} from './small-plan.ts';
export {
  ADMIN,
  TestServer,
  personId,
  type ImportedForTest,
  type SignedInPerson,
  type TestServerOptions,
} from './test-server.ts';
