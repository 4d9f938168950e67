import {LAYERS} from './layers.ts';

/** The layer that a project file belongs to, or undefined where none fits. */
export function layerOf(path: string): string | undefined {
  return Object.keys(LAYERS)
    .filter(layer => path === layer || path.startsWith(`${layer}/`))
    .sort((a, b) => b.length - a.length)[0];
}
