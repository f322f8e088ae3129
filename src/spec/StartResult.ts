import type { Phase } from '../nn/meanField.ts';
import type { ArmLabel } from './Experiment.ts';
import type { NetworkRef } from './NetworkRef.ts';

/** Counts of values between neighbouring edges, which are one more than the counts. */
export interface Histogram {
  readonly edges: Float64Array;
  readonly counts: Float64Array;
}

/** One weight matrix at the start, as the effective weights that multiply the inputs: fan-in rows (q·C_in for a convolution). */
export interface MatrixPortrait {
  /** As in `LayerShare`. */
  readonly label: string;
  readonly fanIn: number;
  readonly fanOut: number;
  readonly mean: number;
  /** Mean square about the mean. */
  readonly variance: number;
  readonly histogram: Histogram;
  /** Descending, min(fan-in, fan-out) of them; absent where they would take too long, as `unknown` then says. */
  readonly singular?: Float64Array;
  readonly unknown?: string;
  /** Singular values above max(fan-in, fan-out)·2⁻⁵²·the largest; absent with them. */
  readonly rank?: number;
  /** Hill's estimate of the exponent α of P(|W| > w) ~ w^−α from the `kept` largest entries, with its standard error. */
  readonly tail: { readonly exponent: number; readonly error: number; readonly kept: number };
  /** Whether the scheme's own tail is a power law, so that the exponent means something. */
  readonly heavy: boolean;
}

/** The weight matrices of one network at the start, in the order of the forward pass. */
export interface MatricesResult extends NetworkRef {
  readonly kind: 'matrices';
  readonly matrices: readonly MatrixPortrait[];
}

/** Singular values of one Jacobian. */
export interface JacobianStage {
  /** "layer 3", "outputs". */
  readonly label: string;
  /** Hidden layers that the Jacobian spans. */
  readonly depth: number;
  readonly rows: number;
  readonly columns: number;
  /** Descending, min(rows, columns) of them. */
  readonly singular: Float64Array;
}

/** Jacobians of one network at the start, at one training sample, in float64. */
export interface JacobianResult extends NetworkRef {
  readonly kind: 'jacobian';
  readonly sample: number;
  /** ∂h_l/∂h_1 for each later hidden layer l, h being what a hidden layer hands on. */
  readonly hidden: readonly JacobianStage[];
  /** ∂h_l/∂x for each hidden layer, then ∂f/∂x, in order. */
  readonly fromInputs: readonly JacobianStage[];
  /**
   * (mean s)²/(mean s²) of the deepest hidden Jacobian, or without one of ∂h_L/∂x of the last hidden layer: 1 where all singular
   * values are equal, NaN where there are none or all are zero.
   */
  readonly isometry: number;
  /** Free probability's mean and variance of s² for `hidden`, one per stage; or why there is none. */
  readonly theory:
    | { readonly exists: true; readonly meanSquare: Float64Array; readonly variance: Float64Array }
    | { readonly exists: false; readonly reason: string };
  /** Why Jacobians are missing: all of them, those of hidden layers, or those from some layer on, whose numbers are too large. */
  readonly unknown?: string;
}

/** A quantity per layer over many draws: mean and 10–90 % of the draws, layer by layer; `theory` where there is one. */
export interface LayerSeries {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Standard error of the mean. */
  readonly error: Float64Array;
  readonly theory?: Float64Array;
}

/** What an arm's start does to signals, over `draws` networks of its own kind, layer by layer (place 0 is the input). */
export interface SignalsResult {
  readonly kind: 'signals';
  readonly arm: ArmLabel;
  readonly draws: number;
  /** "input", "layer 1", …; what a hidden layer hands on. */
  readonly stages: readonly string[];
  readonly widths: readonly number[];
  /** Mean square entry over the samples, and what the mean-field map predicts. */
  readonly meanSquare: LayerSeries;
  /** Mean of |∂f/∂h_l|² over samples and outputs, where h_l is differentiable. */
  readonly gradient: LayerSeries;
  /** E|h_l|^s / |x|^s for the first sample, and s. */
  readonly moment: LayerSeries & { readonly s: number };
  /** Cosine of the angle between two samples, and which two. */
  readonly correlation: LayerSeries & { readonly pair: readonly [number, number] };
  /** log|h_L|/|x| of the last hidden layer for the first sample, over the draws, with the predicted Gaussian where known. */
  readonly logNorm: Histogram & {
    readonly mean: number;
    readonly variance: number;
    readonly predicted?: { readonly mean: number; readonly variance: number };
  };
  /** Share of units and samples whose |φ′| exceeds 0.01 (of a rectifier: that are not zero); empty without an activation. */
  readonly active: LayerSeries;
  /** Units equal to an earlier unit of their layer, and units active for no sample, as shares of the width; first network. */
  readonly identical: Float64Array;
  readonly dead: Float64Array;
  /** Why theory curves are missing; empty where all are there. */
  readonly note: string;
}

/**
 * Curvature of the loss (1/2n)Σ‖f − y‖² by layers at the start: the largest |eigenvalue| of its Hessian restricted to what one
 * map trains, by power iteration, beside that of its Gauss–Newton part, λ_max of the map's share of Θ over n.
 */
export interface CurvatureResult extends NetworkRef {
  readonly kind: 'curvature';
  readonly layers: readonly {
    readonly label: string;
    readonly hessian: number;
    readonly gaussNewton: number;
  }[];
  /** Of all that trains together. */
  readonly whole: { readonly hessian: number; readonly gaussNewton: number };
  /** Why there is no curvature ("… would take minutes"); the list is then empty, and `whole` not a number. */
  readonly unknown?: string;
}

/** Where the hidden layers of a wide, deep network of an arm settle, as `MeanField` has it. */
export interface PhaseResult {
  readonly kind: 'phase';
  readonly arm: ArmLabel;
  readonly variance: number;
  readonly slope: number;
  readonly phase: Phase;
}
