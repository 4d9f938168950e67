import {z} from 'zod';

const wholeNumber = z.coerce.number().int().min(1);
const webAddress = z.url({protocol: /^https?$/}).transform(text => text.replace(/\/+$/, ''));
const originList = z
  .string()
  .transform(text => text.split(',').map(one => one.trim()))
  .pipe(z.array(z.string().refine(isOrigin)));
/** A telephone number as it is written down. */
export const telephone = /^\+?[\d(][\d ()-]{1,26}\d$/;
const shortName = z.string().regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N} .,'’&()-]{1,79}$/u);
const yesOrNo = z.enum(['true', 'false']).transform(text => text === 'true');

/** Every setting by the name of its environment variable, with what holds when nothing is set. */
export const settingsSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).prefault('8080'),
  GOLDTHREAD_HOST: z.string().prefault('localhost'),
  GOLDTHREAD_DATA: z.string().prefault('./data'),
  GOLDTHREAD_ADMIN_TOKEN: z.string().min(16).nullable().default(null),
  GOLDTHREAD_MASTER_KEY_FILE: z.string().nullable().default(null),
  GOLDTHREAD_PUBLIC_URL: webAddress.nullable().default(null),
  GOLDTHREAD_EMBED_ORIGINS: originList.default([]),
  GOLDTHREAD_HELP_LINE: z.string().regex(telephone).nullable().default(null),
  GOLDTHREAD_COUNCIL: shortName.nullable().default(null),
  GOLDTHREAD_COUNCIL_WORDS: z.string().nullable().default(null),
  GOLDTHREAD_SYMBOLS: z.string().nullable().default(null),
  GOLDTHREAD_LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).prefault('info'),
  GOLDTHREAD_INVITE_DAYS: wholeNumber.prefault('7'),
  GOLDTHREAD_CONFIRMED_INVITES: yesOrNo.prefault('true'),
  GOLDTHREAD_SESSION_HOURS: wholeNumber.prefault('720'),
  GOLDTHREAD_IDLE_HOURS: wholeNumber.prefault('336'),
  GOLDTHREAD_SHARED_SESSION_HOURS: wholeNumber.prefault('12'),
  GOLDTHREAD_SHARED_IDLE_MINUTES: wholeNumber.prefault('120'),
  GOLDTHREAD_DEVICE_KEY_HOURS: wholeNumber.prefault('12'),
  GOLDTHREAD_REQUESTS_PER_MINUTE: wholeNumber.prefault('6000'),
  GOLDTHREAD_TICKETS_PER_SESSION: wholeNumber.prefault('5000'),
  GOLDTHREAD_BODY_KB: wholeNumber.prefault('64'),
  GOLDTHREAD_PLAN_KB: wholeNumber.prefault('8192'),
  GOLDTHREAD_REQUEST_SECONDS: wholeNumber.prefault('30'),
});

/** Every setting with its checked value. */
export type Settings = z.output<typeof settingsSchema>;

const WHOLE_NUMBER = 'a whole number of at least 1';

/** What a right value is, to end the sentence "PORT must be ...". */
export const MUST_BE: Readonly<Record<keyof Settings, string>> = {
  PORT: 'a port number from 0 to 65535',
  GOLDTHREAD_HOST: 'a host name or an address',
  GOLDTHREAD_DATA: 'a folder',
  GOLDTHREAD_ADMIN_TOKEN: 'a secret of at least 16 characters',
  GOLDTHREAD_MASTER_KEY_FILE: 'a file',
  GOLDTHREAD_PUBLIC_URL: 'the address that people open, starting with http:// or https://',
  GOLDTHREAD_EMBED_ORIGINS:
    'origins separated by commas, each exactly as a browser names it, such as https://records.example',
  GOLDTHREAD_HELP_LINE: 'a telephone number, such as 01632 960 188',
  GOLDTHREAD_COUNCIL: 'a name of 2 to 80 letters, digits and spaces',
  GOLDTHREAD_COUNCIL_WORDS: 'a file with a council’s words',
  GOLDTHREAD_SYMBOLS: 'a file with a symbol pack',
  GOLDTHREAD_LOG_LEVEL: 'debug, info, warn, error or silent',
  GOLDTHREAD_INVITE_DAYS: WHOLE_NUMBER,
  GOLDTHREAD_CONFIRMED_INVITES: 'true or false',
  GOLDTHREAD_SESSION_HOURS: WHOLE_NUMBER,
  GOLDTHREAD_IDLE_HOURS: WHOLE_NUMBER,
  GOLDTHREAD_SHARED_SESSION_HOURS: WHOLE_NUMBER,
  GOLDTHREAD_SHARED_IDLE_MINUTES: WHOLE_NUMBER,
  GOLDTHREAD_DEVICE_KEY_HOURS: WHOLE_NUMBER,
  GOLDTHREAD_REQUESTS_PER_MINUTE: WHOLE_NUMBER,
  GOLDTHREAD_TICKETS_PER_SESSION: WHOLE_NUMBER,
  GOLDTHREAD_BODY_KB: WHOLE_NUMBER,
  GOLDTHREAD_PLAN_KB: WHOLE_NUMBER,
  GOLDTHREAD_REQUEST_SECONDS: WHOLE_NUMBER,
};

/** Whether a text is an origin as a browser writes it: no path, no slash at the end, no wildcard. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && !text.includes('*') && URL.parse(text)?.origin === text;
}
