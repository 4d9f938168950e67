const SAFE = /^(?:https?:\/\/|mailto:|tel:)/i;

/**
 * Whether a web address may be opened from a plan: http, https, mailto or tel, without spaces and control characters,
 * which browsers drop and so could hide another scheme.
 */
export function isSafeHref(href: unknown): href is string {
  if (typeof href !== 'string' || !SAFE.test(href)) return false;
  for (let index = 0; index < href.length; index++) if (href.charCodeAt(index) <= 0x20) return false;
  return true;
}
