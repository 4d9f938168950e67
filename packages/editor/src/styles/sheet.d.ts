/** The text of a stylesheet, inlined by the bundler and by the test server. */
declare module '*.css?inline' {
  const text: string;
  export default text;
}
