import type { Phase } from '../nn/meanField.ts';
import type { ArmLabel } from './Experiment.ts';
import type { Failure } from './Failure.ts';

/** Names of the machines a run may use, in the order in which they are tried. */
export const backendIds = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;

/** One of the machines. */
export type BackendId = (typeof backendIds)[number];

/** One start-up check against float64. */
export interface SelfCheck {
  /** "Gram matrix 32×4096". */
  readonly name: string;
  readonly passed: boolean;
  /** Largest relative error found and the most allowed. */
  readonly error: number;
  readonly bound: number;
}

/** What became of one backend at start-up. */
export interface BackendTrial {
  readonly id: BackendId;
  readonly outcome: 'chosen' | 'dropped' | 'unavailable' | 'passed-over';
  /** Why it was not chosen, in words; empty if it was. */
  readonly reason: string;
  readonly checks: readonly SelfCheck[];
}

/** Which backend runs, on what, and how it was found. */
export interface BackendReport {
  readonly id: BackendId;
  /** Adapter or instruction set: "NVIDIA …", "SIMD, one thread". */
  readonly device: string;
  readonly software: boolean;
  readonly trials: readonly BackendTrial[];
}

/** Which network of a run: its arm, and the place of its seed (0-based). */
export interface NetworkRef {
  readonly arm: ArmLabel;
  readonly seed: number;
}

/** The samples, as far as pictures need them. Arrays are row-major. */
export interface DataResult {
  readonly kind: 'data';
  readonly n: number;
  readonly nTest: number;
  readonly inputs: number;
  readonly outputs: number;
  /** n×d, n×K, n_test×d, n_test×K. */
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly xTest: Float64Array;
  readonly yTest: Float64Array;
  readonly labels?: Int32Array;
  readonly labelsTest?: Int32Array;
  readonly classes?: readonly string[];
  readonly images?: { readonly side: number; readonly pixels: Float32Array };
  readonly position?: Float64Array;
  readonly order: string;
  readonly standardization: string;
}

/** Trainable values of a network at step 0, in the order of the forward pass. */
export interface WeightsResult extends NetworkRef {
  readonly kind: 'weights';
  readonly parameters: readonly {
    readonly role: 'W' | 'b';
    readonly shape: readonly number[];
    readonly values: Float64Array;
  }[];
}

/** The empirical NTK of one network at one step. `size` is n, or n·K for the full kernel (output-major: row k·n + i). */
export interface KernelResult extends NetworkRef {
  readonly kind: 'kernel';
  readonly step: number;
  readonly size: number;
  /** size×size, symmetric. */
  readonly values: Float32Array;
}

/** Eigenvalues of a kernel and what they sum up to. `source` 'limit' speaks of Θ_∞ (step 0, seed 0). */
export interface SpectrumResult extends NetworkRef {
  readonly kind: 'spectrum';
  readonly source: 'network' | 'limit';
  readonly step: number;
  /** Descending, float64. */
  readonly eigenvalues: Float64Array;
  readonly conditionNumber: number;
  readonly effectiveRank: number;
  readonly trace: number;
  /** Below this, eigenvalues are noise: 1e-6·λ_1 for a float32 kernel, 1e-14·λ_1·n for a float64 one. */
  readonly noiseFloor: number;
}

/** The infinite-width kernels of an arm, n×n in float64, or why there are none. */
export type LimitResult =
  | {
      readonly kind: 'limit';
      readonly arm: ArmLabel;
      readonly exists: true;
      readonly nngp: Float64Array;
      readonly ntk: Float64Array;
      /** What to know of it: "leading order at width 192" in standard parameterization; may be empty. */
      readonly note: string;
    }
  | {
      readonly kind: 'limit';
      readonly arm: ArmLabel;
      readonly exists: false;
      readonly reason: string;
      /** Of an activation that jumps: there is no NTK, but this. */
      readonly nngp?: Float64Array;
    };

/** The rate a network trains with, and the limit it is measured against. */
export interface RateResult extends NetworkRef {
  readonly kind: 'rate';
  readonly eta: number;
  /**
   * 2n/λ_max(Θ_0), or what stands in its place for the arm's loss, optimizer and decay; NaN where curvature alone sets no limit.
   * Beyond it training is unstable where the loss is a square; below it, stable where it is a cross-entropy.
   */
  readonly stabilityLimit: number;
  /** How the limit is written, where it is not 2n/λ_max: "(1 + β)·4n/λ_max". */
  readonly formula?: string;
  /** Why there is no limit, and what became of a rate that was given as a multiple of it. */
  readonly unknown?: string;
  /** True if λ_max was taken of the mean of the diagonal blocks because the full kernel is too large. */
  readonly approximate: boolean;
}

/** Losses as the arm has chosen and accuracies, appended to what came before. Accuracies are empty for a regression. */
export interface CurveResult extends NetworkRef {
  readonly kind: 'curve';
  readonly steps: Int32Array;
  readonly lossTrain: Float64Array;
  readonly lossTest: Float64Array;
  readonly accuracyTrain: Float64Array;
  readonly accuracyTest: Float64Array;
}

/** The same curves as a kernel predicts them, from this network's own f_0, whole. */
export interface PredictionResult extends NetworkRef {
  readonly kind: 'prediction';
  /** 'relinearized' is from the kernel and the outputs of this network at step `from`. */
  readonly source: 'network' | 'limit' | 'relinearized';
  readonly from?: number;
  /** Why it ends before training does, as a sentence. */
  readonly note?: string;
  readonly steps: Int32Array;
  readonly lossTrain: Float64Array;
  readonly lossTest: Float64Array;
  readonly accuracyTrain: Float64Array;
  readonly accuracyTest: Float64Array;
}

/** How far the kernel has moved at one step. */
export interface ChangeResult extends NetworkRef {
  readonly kind: 'change';
  readonly step: number;
  /** ‖Θ_t − Θ_0‖_F / ‖Θ_0‖_F. */
  readonly change: number;
  /** Kernel–target alignment ⟨Θ_t, yyᵀ⟩_F / (‖Θ_t‖_F ‖yyᵀ‖_F) (Cristianini et al., 2001). */
  readonly alignment: number;
}

/** Outputs of one network at one step: f is n×K, fTest n_test×K. */
export interface OutputsResult extends NetworkRef {
  readonly kind: 'outputs';
  readonly step: number;
  readonly f: Float64Array;
  readonly fTest: Float64Array;
}

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

/** Milliseconds that something took; a name recurs, and readers take the median. */
export interface TimingResult {
  readonly kind: 'timing';
  readonly name: 'ntk_ms' | 'step_ms' | 'eigh_ms' | 'first_kernel_ms';
  readonly ms: number;
}

/** All networks of the run have reached `step`. */
export interface ProgressResult {
  readonly kind: 'progress';
  readonly step: number;
  readonly steps: number;
}

/** Which backend runs; the first result of every run. */
export interface BackendResult {
  readonly kind: 'backend';
  readonly report: BackendReport;
}

/** Something went wrong; without an arm the run is over. */
export interface FailureResult {
  readonly kind: 'failure';
  readonly failure: Failure;
}

/** The run is complete. */
export interface DoneResult {
  readonly kind: 'done';
}

/** One message of a run. Large arrays are transferred, not copied. */
export type Result =
  | BackendResult
  | DataResult
  | WeightsResult
  | KernelResult
  | SpectrumResult
  | LimitResult
  | RateResult
  | CurveResult
  | PredictionResult
  | ChangeResult
  | OutputsResult
  | LayersResult
  | ProfileResult
  | HarmonicsResult
  | MatricesResult
  | JacobianResult
  | SignalsResult
  | CurvatureResult
  | MarkResult
  | ModesResult
  | MovementResult
  | SharpnessResult
  | LazyResult
  | HierarchyResult
  | FunctionResult
  | PosteriorResult
  | PhaseResult
  | TimingResult
  | ProgressResult
  | FailureResult
  | DoneResult;
