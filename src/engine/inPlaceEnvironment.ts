import { eigenvalues, eigh } from '../math/eigh.ts';
import type { Environment } from './Environment.ts';

/** Where files lie differs from place to place. */
export type Places = Pick<Environment, 'wasmFiles' | 'fetchFile'>;

/**
 * An environment of one thread and without graphics, such as Node: decompositions are computed in place. Rejections are what
 * `eigh` throws.
 */
export const inPlaceEnvironment = (places: Places): Environment => ({
  ...places,
  offscreenCanvas: false,
  eigh: (a) => Promise.resolve(a).then(eigh),
  eigenvalues: (a) => Promise.resolve(a).then(eigenvalues),
  now: () => performance.now(),
  breathe: () => new Promise((resolve) => void setTimeout(resolve, 0)),
});
