import { eigenvalues, eigh } from '../math/eigh.ts';
import type { Environment } from './Environment.ts';
import { singularValues } from '../math/singularValues.ts';
import { timed } from './timed.ts';

/** Where files lie differs from place to place. */
export type Places = Pick<Environment, 'wasmFiles' | 'fetchFile'>;

/**
 * An environment of one thread and without graphics, such as Node: decompositions are computed in place. Rejections are what
 * `eigh` throws.
 */
export const inPlaceEnvironment = (places: Places): Environment => ({
  ...places,
  offscreenCanvas: false,
  eigh: (a) => Promise.resolve(a).then((matrix) => timed(() => eigh(matrix))),
  eigenvalues: (a) => Promise.resolve(a).then((matrix) => timed(() => eigenvalues(matrix))),
  singularValues: (a) => Promise.resolve(a).then((matrix) => timed(() => singularValues(matrix))),
  now: () => performance.now(),
  breathe: () => new Promise((resolve) => void setTimeout(resolve, 0)),
});
