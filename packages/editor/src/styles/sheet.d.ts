/** The text of a stylesheet, inlined by the bundler and by the test server. */
declare module '*.css?inline' {
  const text: string;
  // The bundler's own form for such a module; nothing of ours exports a default.
  // eslint-disable-next-line no-restricted-exports
  export default text;
}

/** The address of a font file of the build. */
declare module '*.woff2?url' {
  const address: string;
  // The bundler's own form for such a module; nothing of ours exports a default.
  // eslint-disable-next-line no-restricted-exports
  export default address;
}
