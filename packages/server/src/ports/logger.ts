/**
 * Everything that a log line may carry: codes, random ids and numbers. There is deliberately no field for text,
 * so that neither plan text nor a name can be logged by accident.
 */
export interface LogFields {
  /** A stable code of our own, such as `FORBIDDEN` or an error's `code`. */
  readonly code?: string;
  readonly planId?: string;
  readonly compartmentId?: string;
  readonly participantId?: string;
  readonly sessionId?: string;
  readonly requestId?: string;
  readonly root?: string;
  readonly route?: string;
  readonly method?: string;
  readonly status?: number;
  readonly close?: number;
  readonly count?: number;
  readonly bytes?: number;
  readonly ms?: number;
  readonly port?: number;
}

/** Structured log, shaped so that a pino logger fits. `event` is a fixed name such as `commit failed`. */
export interface Logger {
  info(fields: LogFields, event: string): void;
  warn(fields: LogFields, event: string): void;
  error(fields: LogFields, event: string): void;
}

const ignore = (): void => undefined;

/** A log that keeps nothing. */
export const silentLogger: Logger = {info: ignore, warn: ignore, error: ignore};
