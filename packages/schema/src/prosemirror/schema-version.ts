/**
 * The version of the document schema. A client of another version is turned away before it receives a byte, because
 * merely opening a document with a narrower schema deletes what that schema doesn't know, for everyone.
 * Raise it whenever a node, mark or attribute is added; nothing is ever taken away.
 */
export const SCHEMA_VERSION = 3;
