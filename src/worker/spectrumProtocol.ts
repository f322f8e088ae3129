import type { Timed } from '../engine/timed.ts';
import type { Eigh } from '../math/eigh.ts';
import type { Matrix } from '../math/matrix.ts';

/** A matrix to decompose, symmetric but for singular values; answers come in the order of questions. */
export interface SpectrumQuestion {
  readonly wanted: 'eigh' | 'eigenvalues' | 'singularValues';
  readonly matrix: Matrix;
}

/** The answer to the oldest open question; `refused` says why there is none. */
export type SpectrumAnswer =
  | { readonly kind: 'eigh'; readonly eigh: Timed<Eigh> }
  | { readonly kind: 'eigenvalues'; readonly eigenvalues: Timed<Float64Array> }
  | { readonly kind: 'singularValues'; readonly singularValues: Timed<Float64Array> }
  | { readonly kind: 'refused'; readonly reason: string };
