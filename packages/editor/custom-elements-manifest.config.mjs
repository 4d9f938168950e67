/** What the manifest of the elements is made from: those that other pages use, and the module that gives the tags. */
export default {
  globs: [
    'src/define.ts',
    'src/elements/{plan/plan,save-line/save-line,item-facts/item-facts,field/field,link-picker/link-picker,thread/thread}.ts',
    'src/events/*.ts',
  ],
  outdir: 'dist',
  litelement: true,
};
