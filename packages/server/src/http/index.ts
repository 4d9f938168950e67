export type {App} from './app.ts';
export {failures} from './answers.ts';
export {createHttpApp, type ExtraRoutes} from './create-http-app.ts';
export {MESSAGE_DOORS, ROUTE_DOORS, type MessageDoor, type RouteDoor, type Visitor} from './doors.ts';
export type {HttpPorts} from './http-ports.ts';
export {importPlan} from './import-plan.ts';
export {joinUrl} from './routes/invite-routes.ts';
export {readFacts} from './plan-facts.ts';
export {Prometheus} from './prometheus.ts';
