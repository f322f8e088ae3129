import type { Eigh } from '../math/eigh.ts';
import type { Matrix } from '../math/matrix.ts';
import type { Samples } from '../nn/Dataset.ts';
import type { Grid } from '../nn/Grid.ts';
import type { Layer } from '../nn/Layer.ts';
import type { Arm, Shared } from '../spec/resolve.ts';
import type { NetworkRef, RateResult, Result } from '../spec/Result.ts';
import type { Track } from './course/track.ts';
import type { Environment } from './Environment.ts';
import type { Prediction, Predictor } from './predictedOutputs.ts';
import type { Timed } from './timed.ts';
import type { Batch, Trainer } from './training.ts';
import type { TrainingRule } from './trainingRule.ts';

/** What all parts of one simulation share. */
export interface Run {
  readonly environment: Environment;
  readonly shared: Shared;
  readonly samples: Samples;
  /** How inputs lie, where the data set says. */
  readonly grid: Grid | undefined;
  readonly batch: Batch;
  /** 'mean' where there is one output, for which both are the same. */
  readonly form: 'mean' | 'full';
  /** Steps whose outputs are recorded, in order. */
  readonly recorded: readonly number[];
  readonly withWeights: boolean;
  readonly withCovariances: boolean;
  /** Everything on the backend that must be given back, however the run ends. */
  readonly owned: Set<{ readonly dispose: () => void }>;
  /** Lets messages be heard; throws an Interruption once the run is to end. */
  readonly breathe: () => Promise<void>;
}

/** An arm with its network and, once known, the infinite-width kernel to predict with. */
export interface RunArm {
  readonly arm: Arm;
  readonly layer: Layer;
  readonly limit?: Predictor;
}

/** A network whose kernel at the start is known. */
export interface OpenNetwork {
  readonly ref: NetworkRef;
  readonly rule: TrainingRule;
  readonly trainer: Trainer;
  readonly theta0: Matrix;
  /** Of theta0; under way since it was measured. */
  readonly decomposition: Promise<Timed<Eigh>>;
}

/** A network that is ready to train, with the training loss beyond which it has diverged. */
export interface LiveNetwork extends OpenNetwork {
  readonly rate: RateResult;
  readonly bound: number;
  /** What its kernel at the start predicts of it; absent where a kernel does not tell. */
  readonly tangent?: { readonly predictor: Predictor; readonly prediction: Prediction };
  readonly track: Track;
}

/** Results on the way to something that other parts need. */
export type Results<T = void> = AsyncGenerator<Result, T, undefined>;

/** Thrown to end a run that nobody wants any more. Nothing is told of it. */
export class Interruption extends Error {
  constructor() {
    super('the run was interrupted');
    this.name = 'Interruption';
  }
}
