/** Sizes that both sides keep to. What one server adds for its own protection is a setting of that server. */
export const LIMITS = {
  /** Bytes of one WebSocket message. */
  frameBytes: 2 * 1024 * 1024,
  /** Bytes of a frame of type 100 from a client. */
  clientMessageBytes: 4 * 1024,
  /** Entries of one awareness frame; a stock client echoes everybody it knows. */
  awarenessEntries: 512,
  /** Bytes of the JSON of one awareness state. */
  awarenessStateBytes: 4 * 1024,
  /** Bytes of an update that is held because something before it is missing. */
  danglingBytes: 64 * 1024,
  /** Characters of one attribute of an item. */
  attributeCharacters: 500,
  /** Bytes of the points of one stroke of a drawing. */
  strokeBytes: 8 * 1024,
  /** Characters of a root's name. */
  rootNameCharacters: 64,
} as const;
