export {canonicalHash} from './canonical-hash.ts';
export {canonicalJson} from './canonical-json.ts';
export {hash64} from '../base/hash64.ts';
export {initDoc, rootFragments} from './init-doc.ts';
export {itemElementOf, itemIdOf} from './item-element.ts';
export {readElement, readRoot, readText} from './read-root.ts';
export {elementOf, writeItems} from './write-items.ts';
