import { activations } from '../catalog/activations/index.ts';
import { architectures } from '../catalog/architectures/index.ts';
import { datasets } from '../catalog/datasets/index.ts';
import { initializers } from '../catalog/initializers/index.ts';
import { optimizers } from '../catalog/optimizers/index.ts';
import type { Activation } from '../nn/Activation.ts';
import type { Architecture } from '../nn/Architecture.ts';
import type { Dataset } from '../nn/Dataset.ts';
import type { Parameterization } from '../nn/dense.ts';
import { lossIds, type LossId } from '../nn/dynamics/Loss.ts';
import type { Initializer } from '../nn/Initializer.ts';
import type { Optimizer } from '../nn/Optimizer.ts';
import { numberIn, wordIn, type Settings } from '../nn/Settings.ts';
import { armLabels, type ArmLabel, type Experiment } from './Experiment.ts';
import { sameAsHidden } from './families.ts';
import { rateChangesOf, type RateChange, type RateUnit } from './rateChanges.ts';
import { armValues, runValues, sharedValues, type RunValues } from './values.ts';

/** A catalog entry with its settings, keyed as the entry itself knows them (`slope`, not `act.slope`). */
export interface Chosen<T> {
  readonly entry: T;
  readonly settings: Settings;
}

/** One arm with nothing left to inherit. */
export interface Arm {
  readonly label: ArmLabel;
  readonly architecture: Chosen<Architecture>;
  readonly activation: Chosen<Activation>;
  readonly initializer: Chosen<Initializer>;
  /** How the first map and the readout are drawn where not as the others. */
  readonly overrides: Overrides;
  readonly parameterization: Parameterization;
  readonly weightVariance: number;
  readonly biasVariance: number;
  readonly bias: boolean;
  /** Two copies with the same weights, one taken from the other. */
  readonly mirrored: boolean;
  readonly rate: { readonly unit: RateUnit; readonly value: number };
  /** What the rate is from later steps on, in their order. */
  readonly rateChanges: readonly Required<RateChange>[];
  /** In standard scaling each array trains at the rate that makes it follow the same network in NTK scaling. */
  readonly layerRates: boolean;
  readonly loss: LossId;
  readonly optimizer: Chosen<Optimizer>;
  /** Samples in a mini-batch; 0 for all of them. */
  readonly batch: number;
  /** λ ≥ 0; λ·w is added to the gradient of every weight that trains. */
  readonly decay: number;
  /** α > 0: the network is α·f, and its loss is divided by α². */
  readonly outputScale: number;
}

/** Initializers of their own, by the place of the map. */
export interface Overrides {
  readonly first?: Chosen<Initializer>;
  readonly readout?: Chosen<Initializer>;
}

/** What all arms share. */
export interface Shared extends RunValues {
  readonly data: Chosen<Dataset>;
}

/** Every arm in full, ready to be built. Expects an experiment whose values are valid. */
export function resolveArms(experiment: Experiment): readonly Arm[] {
  return experiment.arms.map((_, index) => {
    const values = armValues(experiment, index);
    const first = overriding(values, 'initFirst');
    const readout = overriding(values, 'initLast');
    const unit = wordIn(values, 'rate.unit') === 'plain' ? 'plain' : 'limit';
    return {
      label: armLabels[index] ?? 'A',
      architecture: chosen(values, 'net', architectures.get),
      activation: chosen(values, 'act', activations.get),
      initializer: chosen(values, 'init', initializers.get),
      overrides: { ...(first && { first }), ...(readout && { readout }) },
      parameterization: wordIn(values, 'scaling') === 'standard' ? 'standard' : 'ntk',
      weightVariance: numberIn(values, 'sw2'),
      biasVariance: numberIn(values, 'sb2'),
      bias: values.bias === true,
      mirrored: values.mirror === true,
      rate: { unit, value: numberIn(values, 'rate') },
      rateChanges: rateChangesOf(wordIn(values, 'rate.changes')).map((change) => ({
        unit,
        ...change,
      })),
      layerRates: values['rate.layers'] === true,
      loss: lossIds.find((id) => id === values.loss) ?? 'mse',
      optimizer: chosen(values, 'opt', optimizers.get),
      batch: numberIn(values, 'batch'),
      decay: numberIn(values, 'decay'),
      outputScale: numberIn(values, 'outscale'),
    };
  });
}

/** What all arms share, in full. Expects an experiment whose values are valid. */
export const resolveShared = (experiment: Experiment): Shared => ({
  data: chosen(sharedValues(experiment), 'data', datasets.get),
  ...runValues(experiment),
});

const overriding = (values: Settings, family: string): Chosen<Initializer> | undefined =>
  values[family] === sameAsHidden ? undefined : chosen(values, family, initializers.get);

function chosen<T>(values: Settings, family: string, get: (id: string) => T): Chosen<T> {
  const prefix = `${family}.`;
  const own = Object.entries(values).filter(([key]) => key.startsWith(prefix));
  return {
    entry: get(wordIn(values, family)),
    settings: Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value])),
  };
}
