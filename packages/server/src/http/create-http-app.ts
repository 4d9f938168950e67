import fastifyCookie from '@fastify/cookie';
import fastifyRateLimit from '@fastify/rate-limit';
import fastifySwagger from '@fastify/swagger';
import fastify from 'fastify';
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import {PARTICIPANT_HEADER, identify, isOwnPage} from '../auth/index.ts';
import {RequestProblem} from '../errors.ts';
import {answerErrors} from './answer-errors.ts';
import type {App} from './app.ts';
import {authorize} from './authorize.ts';
import {doorFor} from './doors.ts';
import type {HttpPorts} from './http-ports.ts';
import {letOtherOriginsIn} from './other-origins.ts';
import {attachmentRoutes} from './routes/attachment-routes.ts';
import {auditRoutes} from './routes/audit-routes.ts';
import {contactRoutes} from './routes/contact-routes.ts';
import {copyRoutes} from './routes/copy-routes.ts';
import {disclosureRoutes} from './routes/disclosure-routes.ts';
import {glassRoutes} from './routes/glass-routes.ts';
import {healthRoutes} from './routes/health-routes.ts';
import {helpRoutes} from './routes/help-routes.ts';
import {houseChoiceRoutes} from './routes/house-choice-routes.ts';
import {houseSessionRoutes, presentationRoutes} from './routes/house-session-routes.ts';
import {inviteRoutes} from './routes/invite-routes.ts';
import {myItemsRoutes} from './routes/my-items-routes.ts';
import {overrideRoutes} from './routes/override-routes.ts';
import {ownWordsRoutes} from './routes/own-words-routes.ts';
import {pageRoutes} from './routes/page-routes.ts';
import {participantRoutes} from './routes/participant-routes.ts';
import {peopleRoutes} from './routes/people-routes.ts';
import {planRoutes} from './routes/plan-routes.ts';
import {purgeRoutes} from './routes/purge-routes.ts';
import {authorRoutes} from './routes/author-routes.ts';
import {commentRoutes} from './routes/comment-routes.ts';
import {disagreementFileRoutes} from './routes/disagreement-file-routes.ts';
import {disagreementRoutes} from './routes/disagreement-routes.ts';
import {positionRoutes} from './routes/position-routes.ts';
import {recordsRoutes} from './routes/records-routes.ts';
import {proofRoutes} from './routes/proof-routes.ts';
import {roomRoutes} from './routes/room-routes.ts';
import {proposalRoutes} from './routes/proposal-routes.ts';
import {traceRoutes} from './routes/trace-routes.ts';
import {safetyRoutes} from './routes/safety-routes.ts';
import {scaleRoutes} from './routes/scale-routes.ts';
import {sectionRoutes} from './routes/section-routes.ts';
import {sessionRoutes} from './routes/session-routes.ts';
import {siteRoutes} from './routes/site-routes.ts';
import {ticketRoutes} from './routes/ticket-routes.ts';
import {viewAsRoutes} from './routes/view-as-routes.ts';
import {withholdingRoutes} from './routes/withholding-routes.ts';
import {setSecurityHeaders} from './security-headers.ts';

/** Adds routes that this package's other parts bring. */
export type ExtraRoutes = (app: App, ports: HttpPorts) => void;

/**
 * The whole HTTP side, opening no port. A request passes: security headers, other origins, cookies, who is it, how often, may they,
 * is the body right, the route. Each may end it; `answer-errors.ts` says how.
 */
export async function createHttpApp(ports: HttpPorts, extra: readonly ExtraRoutes[] = []): Promise<App> {
  const {config} = ports;
  const app: App = fastify({
    bodyLimit: config.bodyBytes,
    requestTimeout: config.requestTimeoutMs,
    connectionTimeout: 0,
    exposeHeadRoutes: false,
    forceCloseConnections: true,
    return503OnClosing: false,
    genReqId: () => Buffer.from(ports.random(8)).toString('base64url'),
    ajv: {customOptions: {removeAdditional: false}},
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.removeContentTypeParser('text/plain');
  answerErrors(app, ports.logger);
  keepToTheDoors(app);
  measure(app, ports);
  await setSecurityHeaders(app, ports);
  await letOtherOriginsIn(app, config.embedOrigins);
  await app.register(fastifyCookie);
  identifyCallers(app, ports);
  await limitRate(app, config.requestsPerMinute);
  authorizeCallers(app);
  await describeInterface(app);
  await app.register(async scope => {
    const routes: App = scope.withTypeProvider<ZodTypeProvider>();
    for (const add of [...ROUTES, ...extra]) add(routes, ports);
    await pageRoutes(routes, ports.pagesFolder);
  });
  return app;
}

const ROUTES: readonly ExtraRoutes[] = [
  healthRoutes,
  sessionRoutes,
  planRoutes,
  ticketRoutes,
  withholdingRoutes,
  glassRoutes,
  contactRoutes,
  ownWordsRoutes,
  houseChoiceRoutes,
  overrideRoutes,
  helpRoutes,
  houseSessionRoutes,
  presentationRoutes,
  attachmentRoutes,
  purgeRoutes,
  disclosureRoutes,
  copyRoutes,
  positionRoutes,
  commentRoutes,
  traceRoutes,
  authorRoutes,
  proposalRoutes,
  disagreementFileRoutes,
  disagreementRoutes,
  safetyRoutes,
  scaleRoutes,
  recordsRoutes,
  viewAsRoutes,
  peopleRoutes,
  auditRoutes,
  myItemsRoutes,
  inviteRoutes,
  participantRoutes,
  proofRoutes,
  roomRoutes,
  sectionRoutes,
  siteRoutes,
];

/** No route without a door: the list of doors is what the confidentiality tests walk. */
function keepToTheDoors(app: App): void {
  app.addHook('onRoute', route => {
    const methods = [route.method].flat().filter(method => method !== 'HEAD');
    const strange = methods.find(method => doorFor(method, route.url) === undefined);
    if (strange !== undefined) throw new Error(`The route ${strange} ${route.url} is missing in doors.ts`);
  });
}

function identifyCallers(app: App, ports: HttpPorts): void {
  app.decorateRequest('caller', {getter: () => ({kind: 'stranger' as const})});
  app.addHook('onRequest', async request => {
    const {[PARTICIPANT_HEADER]: named, 'sec-fetch-site': site} = request.headers;
    const caller = await identify(
      {
        authorization: request.headers.authorization,
        cookies: isOwnPage(typeof site === 'string' ? site : undefined) ? request.cookies : {},
        participant: typeof named === 'string' ? named : undefined,
      },
      ports.config.adminToken,
      ports.sessions,
    );
    Object.defineProperty(request, 'caller', {value: caller});
  });
}

async function limitRate(app: App, perMinute: number): Promise<void> {
  await app.register(fastifyRateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    keyGenerator: request => (request.caller.kind === 'participant' ? request.caller.session.id : request.ip),
    allowList: request => request.caller.kind === 'administrator',
    // Numbers that change from answer to answer would make two readers' answers differ for no reason of theirs.
    addHeaders: noRateHeaders,
    addHeadersOnExceeding: noRateHeaders,
    errorResponseBuilder: () => new RequestProblem('TOO_FAST'),
  });
}

const noRateHeaders = {
  'x-ratelimit-limit': false,
  'x-ratelimit-remaining': false,
  'x-ratelimit-reset': false,
  'retry-after': false,
};

function authorizeCallers(app: App): void {
  app.addHook('preParsing', async request => {
    const door = doorFor(request.method, request.routeOptions.url ?? '');
    if (door !== undefined) authorize(request.caller, door, planOf(request.params));
    return await Promise.resolve();
  });
}

function planOf(params: unknown): string | undefined {
  if (typeof params !== 'object' || params === null || !('plan' in params)) return undefined;
  return typeof params.plan === 'string' ? params.plan : undefined;
}

/** One line and one number for each request; the address is the route's pattern, so no id or token is in it. */
function measure(app: App, ports: HttpPorts): void {
  app.addHook('onResponse', async (request, reply) => {
    const status = reply.statusCode;
    const ms = Math.round(reply.elapsedTime * 10) / 10;
    const route = request.routeOptions.url ?? 'none';
    ports.metrics.count('http_requests_total', String(status));
    ports.metrics.timing('http_request_ms', ms);
    ports.logger.info({method: request.method, route, status, ms, requestId: request.id}, 'request');
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
}

async function describeInterface(app: App): Promise<void> {
  await app.register(fastifySwagger, {
    openapi: {
      openapi: '3.1.0',
      info: {title: 'Goldthread', version: '1', description: 'One plan around one child, written live.'},
      components: {
        securitySchemes: {
          bearer: {type: 'http', scheme: 'bearer', description: 'The admin token or a session token'},
        },
      },
      security: [{bearer: []}],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}
