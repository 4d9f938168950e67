import type {FastifyReply, FastifyRequest} from 'fastify';
import {hasZodFastifySchemaValidationErrors} from 'fastify-type-provider-zod';
import {ERRORS, RequestProblem, errorBody, type ErrorCode, type Shown} from '../errors.ts';
import type {Logger} from '../ports/index.ts';
import type {App} from './app.ts';

const CODE_OF_FRAMEWORK_ERROR: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'NOT_JSON',
  FST_ERR_CTP_INVALID_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'BAD_REQUEST',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_VALIDATION: 'BAD_REQUEST',
  FST_ERR_BAD_URL: 'NOT_FOUND',
  FST_ERR_MAX_PARAM_LENGTH: 'NOT_FOUND',
};

const MOST_ISSUES = 5;

/** Turns every failure of a request into a body of the error registry, and nothing else. */
export function answerErrors(app: App, logger: Logger): void {
  app.setErrorHandler((error: unknown, request, reply) => {
    const {code, detail, shown} = problemOf(error);
    if (ERRORS[code].level !== 'quiet') {
      const route = request.routeOptions.url ?? 'none';
      const fields = {code: causeOf(error, code), method: request.method, route, requestId: request.id};
      logger[ERRORS[code].level](fields, 'request failed');
    }
    return send(reply, code, detail, shown);
  });
  app.setNotFoundHandler((_request: FastifyRequest, reply: FastifyReply) => send(reply, 'NOT_FOUND'));
}

function send(reply: FastifyReply, code: ErrorCode, detail?: string, shown?: Shown): FastifyReply {
  return reply
    .code(ERRORS[code].status)
    .header('content-type', 'application/json; charset=utf-8')
    .header('cache-control', 'no-store')
    .serializer((body: unknown) => JSON.stringify(body))
    .send(errorBody(code, detail, shown));
}

interface Problem {
  readonly code: ErrorCode;
  readonly detail?: string | undefined;
  readonly shown?: Shown | undefined;
}

function problemOf(error: unknown): Problem {
  if (error instanceof RequestProblem) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    return {code: 'BAD_REQUEST', detail: error.validation.slice(0, MOST_ISSUES).map(describe).join(' ')};
  }
  return {code: CODE_OF_FRAMEWORK_ERROR[codeOf(error)] ?? 'OUR_FAULT'};
}

/** Names the field, never what stood in it. */
function describe(issue: {readonly instancePath: string; readonly message?: string | undefined}): string {
  const field = issue.instancePath.replace(/^\//, '').replaceAll('/', '.');
  return `${field === '' ? 'The body' : field}: ${issue.message ?? 'not allowed here'}.`.slice(0, 300);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** For a fault of ours the log names the code that the fault itself bears; its message could hold plan text. */
function causeOf(error: unknown, code: ErrorCode): string {
  if (code !== 'OUR_FAULT') return code;
  const own = codeOf(error);
  return own === '' && error instanceof Error ? error.name : own;
}
