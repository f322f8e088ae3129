import type { ArmLabel } from './Experiment.ts';
import type { NetworkRef } from './NetworkRef.ts';

/** One affine map of a network: what it is, and what it contributes to the NTK at the start. */
export interface LayerShare {
  /** "dense 1", "conv 2", "readout". */
  readonly label: string;
  /** Features (or channels, times positions) that enter and leave: "64", "8×8×16". */
  readonly input: string;
  readonly output: string;
  /** Numbers in W and b, and how many of them train. */
  readonly parameters: number;
  readonly trained: number;
  /** tr Θ_layer, exact; the shares of all layers sum to tr Θ_0. */
  readonly trace: number;
  /** Θ_layer between training samples, averaged over blocks of samples down to at most 64×64: size×size. */
  readonly size: number;
  readonly values: Float32Array;
}

/** How the NTK of one network at the start is made up of its layers, in the order of the forward pass. */
export interface LayersResult extends NetworkRef {
  readonly kind: 'layers';
  readonly layers: readonly LayerShare[];
}

/**
 * The NTK along a great circle |x|² = d of input space, from a fixed x: k(θ)/k(0) at `angles` in [0, π] (radians), and
 * μ_k = (1/2π)∫κ(θ) cos kθ dθ of the same circle, k = 0…, as shares of κ(0). `source` 'limit' speaks of Θ_∞ (seed 0).
 */
export interface ProfileResult extends NetworkRef {
  readonly kind: 'profile';
  readonly source: 'network' | 'limit';
  readonly angles: Float64Array;
  readonly values: Float64Array;
  /** (π/2) over the angle at which k is halfway between k(0) and its least value: 1 for cos θ. */
  readonly spikiness: number;
  readonly circle: Float64Array;
  /** The limit at other depths, where the architecture has a depth. */
  readonly depths: readonly { readonly depth: number; readonly values: Float64Array }[];
}

/** Eigenvalues of Θ_∞ on spheres by degree, or why there are none (the kernel is not zonal, or does not exist). */
export type HarmonicsResult =
  | {
      readonly kind: 'harmonics';
      readonly arm: ArmLabel;
      readonly exists: true;
      /** μ_k of S^{d−1} for k = 0, 1, …, with κ(1) = 1; d = 2 is the circle. */
      readonly spheres: readonly { readonly d: number; readonly eigenvalues: Float64Array }[];
    }
  | {
      readonly kind: 'harmonics';
      readonly arm: ArmLabel;
      readonly exists: false;
      readonly reason: string;
    };
