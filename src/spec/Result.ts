import type { BackendReport } from './BackendReport.ts';
import type { ArmLabel } from './Experiment.ts';
import type { Failure } from './Failure.ts';
import type { NetworkRef } from './NetworkRef.ts';
import type {
  FunctionResult,
  HierarchyResult,
  LazyResult,
  MarkResult,
  ModesResult,
  MovementResult,
  PosteriorResult,
  SharpnessResult,
} from './CourseResult.ts';
import type { HarmonicsResult, LayersResult, ProfileResult } from './PortraitResult.ts';
import type {
  CurvatureResult,
  JacobianResult,
  MatricesResult,
  PhaseResult,
  SignalsResult,
} from './StartResult.ts';

export * from './BackendReport.ts';
export type * from './CourseResult.ts';
export type * from './NetworkRef.ts';
export type * from './PortraitResult.ts';
export type * from './StartResult.ts';

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
