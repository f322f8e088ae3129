import type { ArmLabel, Experiment } from './Experiment.ts';
import type { Failure } from './Failure.ts';
import type {
  BackendReport,
  ChangeResult,
  CurvatureResult,
  CurveResult,
  DataResult,
  HarmonicsResult,
  JacobianResult,
  KernelResult,
  LayersResult,
  LimitResult,
  MatricesResult,
  PhaseResult,
  PredictionResult,
  ProfileResult,
  RateResult,
  SignalsResult,
  SpectrumResult,
  TimingResult,
} from './Result.ts';

/** What is known of one network (arm and seed) so far; lists are in the order of steps. */
export interface NetworkResults {
  readonly seed: number;
  readonly kernels: readonly KernelResult[];
  readonly spectra: readonly SpectrumResult[];
  /** All chunks joined; absent until the first step is known. */
  readonly curve?: CurveResult;
  readonly predictions: { readonly network?: PredictionResult; readonly limit?: PredictionResult };
  readonly changes: readonly ChangeResult[];
  readonly layers?: LayersResult;
  readonly profile?: ProfileResult;
  readonly matrices?: MatricesResult;
  readonly jacobian?: JacobianResult;
  readonly curvature?: CurvatureResult;
  readonly rate?: RateResult;
  readonly failure?: Failure;
}

/** What is known of one arm so far. */
export interface ArmResults {
  readonly label: ArmLabel;
  readonly limit?: LimitResult;
  readonly limitSpectrum?: SpectrumResult;
  readonly limitProfile?: ProfileResult;
  readonly harmonics?: HarmonicsResult;
  readonly signals?: SignalsResult;
  readonly phase?: PhaseResult;
  readonly networks: readonly NetworkResults[];
}

/** Everything that panels draw: one run's results as accumulated, immutable. */
export interface Results {
  readonly run: number;
  /** The experiment that these results belong to. */
  readonly experiment: Experiment;
  readonly status: 'starting' | 'running' | 'paused' | 'done' | 'stopped' | 'failed';
  readonly backend?: BackendReport;
  readonly data?: DataResult;
  readonly arms: readonly ArmResults[];
  /** Last step that all networks have reached. */
  readonly step: number;
  readonly steps: number;
  /** A failure that ended the whole run. */
  readonly failure?: Failure;
  /** Medians in milliseconds, by name. */
  readonly timings: Readonly<Partial<Record<TimingResult['name'], number>>>;
  /** The latest measurements that the medians are of; absent until there is one. */
  readonly durations?: Readonly<Partial<Record<TimingResult['name'], readonly number[]>>>;
}
