export {createDemoPlans, demoLink, demoPlans, printDemoLinks, type DemoPlan} from './demo-plans.ts';
export {demoRoutes} from './demo-routes.ts';
