/** What pages may use of an element beside its attributes. */
const PROPERTIES = new Set(
  'token session goTo state spec value tied self rels links itemId itemType facts parts'.split(' '),
);

/** Keeps what pages may build on, and leaves out how an element does its work. */
const forPagesOnly = {
  name: 'for-pages-only',
  packageLinkPhase({customElementsManifest}) {
    customElementsManifest.modules.sort((one, other) => (one.path < other.path ? -1 : 1));
    for (const declaration of customElementsManifest.modules.flatMap(one => one.declarations)) {
      const {members, attributes, events, customElement} = declaration;
      const isOpen = ({name, attribute, privacy}) =>
        !name.startsWith('_') &&
        privacy !== 'private' &&
        (!customElement || attribute !== undefined || PROPERTIES.has(name));
      if (members !== undefined) declaration.members = members.filter(isOpen);
      if (attributes !== undefined)
        declaration.attributes = attributes.filter(({name}) => !name.startsWith('_'));
      // The analyzer also lists what it finds sent in the code, without a name that it could read.
      if (events !== undefined) declaration.events = events.filter(({name}) => name?.startsWith('plan-'));
    }
  },
};

/** What the manifest of the elements is made from: those that other pages use, and the module that gives the tags. */
export default {
  globs: [
    'src/define.ts',
    'src/elements/{plan/plan,save-line/save-line,item-facts/item-facts,field/field,link-picker/link-picker,thread/thread}.ts',
    'src/events/*.ts',
  ],
  outdir: '.',
  litelement: true,
  // The analyzer would write its output folder into package.json, wherever that is.
  packagejson: false,
  plugins: [forPagesOnly],
};
