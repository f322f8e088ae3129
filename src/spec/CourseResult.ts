import type { ArmLabel } from './Experiment.ts';
import type { NetworkRef } from './NetworkRef.ts';

/** A curve was marked at a step: the rate changed by hand, or the best test loss of an early stop. */
export interface MarkResult extends NetworkRef {
  readonly kind: 'mark';
  readonly step: number;
  readonly what: 'rate' | 'best' | 'stop';
  /** "η 0.5 → 0.1", in few words. */
  readonly words: string;
  /** Of a changed rate: what it is from this step on, as a plain number. */
  readonly eta?: number;
}

/**
 * The residual of one network along the eigenvectors of its Θ_0, at the steps whose outputs are recorded; chunks are appended.
 * The residual is ∂ℓ/∂f of every sample: f − y for squares.
 * Modes are in the order of eigenvalues, descending; values are norms over outputs, relative to the residual at the start.
 */
export interface ModesResult extends NetworkRef {
  readonly kind: 'modes';
  /** At most 64 of them. */
  readonly eigenvalues: Float64Array;
  readonly steps: Int32Array;
  /** modes×steps, row-major: |⟨v_i, r_t⟩| / ‖r_0‖, and what linear theory says of it from this network's Θ_0; NaN where it is silent. */
  readonly measured: Float64Array;
  readonly predicted: Float64Array;
}

/** How far weights and the kernel's parts have moved by one step, map by map in the order of the forward pass. */
export interface MovementResult extends NetworkRef {
  readonly kind: 'movement';
  readonly step: number;
  readonly labels: readonly string[];
  /** ‖W_t − W_0‖_F/‖W_0‖_F of the trainable weights; NaN where W_0 is zero. */
  readonly weights: Float64Array;
  /** ‖Θ_t^l − Θ_0^l‖_F/‖Θ_0^l‖_F of each map's part of the kernel; NaN where there is none, or as `note` says. */
  readonly kernels: Float64Array;
  /** Centred kernel alignment of Θ_t with Θ_0 and with the targets (Cortes, Mohri & Rostamizadeh, 2012). */
  readonly centredStart: number;
  readonly centredTarget: number;
  /** Why parts of the kernel are not followed, as a sentence; absent where they are. */
  readonly note?: string;
}

/**
 * Curvature along training: the loss Hessian's largest eigenvalue, its Gauss–Newton part's, and the limit of stability, all in
 * coordinates in which every array trains at η.
 */
export interface SharpnessResult extends NetworkRef {
  readonly kind: 'sharpness';
  readonly step: number;
  /** Largest eigenvalue of the Hessian of the training loss, decay included, by Lanczos; NaN where `note` says why. */
  readonly hessian: number;
  /** The residual norm of its eigenpair. */
  readonly residual: number;
  /** λ_max(Θ_t)/n, or what stands in its place for the arm's loss. */
  readonly gaussNewton: number;
  /** 2/η, times what momentum allows; NaN where curvature alone sets no limit. */
  readonly limit: number;
  /** Why there is no Hessian, as a sentence; absent where there is one. */
  readonly note?: string;
}

/** How far the network has left its tangent by one step. */
export interface LazyResult extends NetworkRef {
  readonly kind: 'lazy';
  readonly step: number;
  /** ‖f_t − f_t^lin‖/‖f_t − f_0‖ on the training samples; 0 at the start. */
  readonly outputs: number;
  /** The same on the test samples. */
  readonly outputsTest: number;
}

/**
 * What the third-order kernel of the neural tangent hierarchy says of the kernel's first move (Huang & Yau, 2020), in float64, on
 * small networks only.
 */
export interface HierarchyResult extends NetworkRef {
  readonly kind: 'hierarchy';
  /** ‖∂_t Θ‖_F/‖Θ_0‖_F per unit of ηt at the start, predicted; absent with the reason in `unknown`. */
  readonly rate?: number;
  readonly unknown?: string;
}

/** Where a function of one or two inputs is looked at: a line, the circle, or a plane's grid, row by row. */
export interface FunctionGrid {
  readonly shape: 'line' | 'circle' | 'plane';
  /** rows×d inputs as the networks see them. */
  readonly inputs: Float64Array;
  readonly dimension: number;
  /** Positions on the axes: x or θ of a line or circle; columns, then rows, of a plane. */
  readonly columns: Float64Array;
  readonly rows?: Float64Array;
}

/** A network's outputs on the grid at one step, rows×K. */
export interface FunctionResult extends NetworkRef {
  readonly kind: 'function';
  readonly step: number;
  readonly grid: FunctionGrid;
  readonly values: Float32Array;
}

/**
 * What training of an infinitely wide ensemble gives on the grid and on the test samples: the NTK's mean and standard deviation over
 * starts f_0 ~ GP(0, NNGP) at a step or without end, and Bayesian regression with the NNGP itself (Lee et al., 2019).
 */
export type PosteriorResult =
  | {
      readonly kind: 'posterior';
      readonly arm: ArmLabel;
      readonly exists: true;
      readonly of: 'ntk' | 'nngp';
      /** After so many steps; of training without end if absent. */
      readonly step?: number;
      readonly grid?: FunctionGrid;
      /** On the grid, then on the test samples: rows×K means, and one standard deviation a row. */
      readonly mean: Float64Array;
      readonly deviation: Float64Array;
      readonly meanTest: Float64Array;
      readonly deviationTest: Float64Array;
      /** Between the outputs at all test samples, rows×rows, row-major: for archives only. */
      readonly covarianceTest?: Float64Array;
      /** Added to the kernel's diagonal, relative to its mean diagonal entry. */
      readonly jitter: number;
    }
  | {
      readonly kind: 'posterior';
      readonly arm: ArmLabel;
      readonly exists: false;
      readonly of: 'ntk' | 'nngp';
      readonly reason: string;
    };
