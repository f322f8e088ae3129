import type { ArmLabel, Experiment } from './Experiment.ts';
import type { Failure } from './Failure.ts';
import type {
  BackendReport,
  ChangeResult,
  CurvatureResult,
  FunctionResult,
  CurveResult,
  DataResult,
  HarmonicsResult,
  HierarchyResult,
  JacobianResult,
  KernelResult,
  LayersResult,
  LazyResult,
  LimitResult,
  MarkResult,
  MatricesResult,
  ModesResult,
  MovementResult,
  OutputsResult,
  PosteriorResult,
  PhaseResult,
  PredictionResult,
  ProfileResult,
  RateResult,
  SharpnessResult,
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
  readonly predictions: Partial<Record<PredictionResult['source'], PredictionResult>>;
  readonly changes: readonly ChangeResult[];
  readonly layers?: LayersResult;
  readonly profile?: ProfileResult;
  readonly matrices?: MatricesResult;
  readonly jacobian?: JacobianResult;
  readonly curvature?: CurvatureResult;
  readonly marks?: readonly MarkResult[];
  /** All chunks joined. */
  readonly modes?: ModesResult;
  readonly movements?: readonly MovementResult[];
  readonly sharpness?: readonly SharpnessResult[];
  readonly lazy?: readonly LazyResult[];
  readonly hierarchy?: HierarchyResult;
  readonly functions?: readonly FunctionResult[];
  /** Of the first network of each arm: the latest that there is room for. */
  readonly outputs?: readonly Pick<OutputsResult, 'step' | 'f' | 'fTest'>[];
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
  readonly posteriors?: readonly PosteriorResult[];
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
