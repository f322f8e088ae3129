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
  /** 2n/λ_max(Θ_0). */
  readonly stabilityLimit: number;
  /** True if λ_max was taken of the mean of the diagonal blocks because the full kernel is too large. */
  readonly approximate: boolean;
}

/** Losses (1/2n)Σ‖f − y‖² and accuracies, appended to what came before. Accuracies are empty for a regression. */
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
  readonly source: 'network' | 'limit';
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
  | TimingResult
  | ProgressResult
  | FailureResult
  | DoneResult;
