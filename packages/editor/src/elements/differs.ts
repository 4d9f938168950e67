/**
 * For a property that holds plain data made anew each time that the frame around it is drawn: it has changed only if
 * it says something else.
 */
export const differs = (value: unknown, before: unknown): boolean =>
  value !== before && JSON.stringify(value) !== JSON.stringify(before);
