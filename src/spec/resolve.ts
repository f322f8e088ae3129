import { activations } from '../catalog/activations/index.ts';
import { architectures } from '../catalog/architectures/index.ts';
import { datasets } from '../catalog/datasets/index.ts';
import { initializers } from '../catalog/initializers/index.ts';
import type { Activation } from '../nn/Activation.ts';
import type { Architecture } from '../nn/Architecture.ts';
import type { Dataset } from '../nn/Dataset.ts';
import type { Parameterization } from '../nn/dense.ts';
import type { Initializer } from '../nn/Initializer.ts';
import { numberIn, wordIn, type Param, type Settings } from '../nn/Settings.ts';
import { armLabels, type ArmLabel, type Experiment } from './Experiment.ts';
import { familyOf } from './families.ts';
import { armParams, sharedParams } from './params.ts';

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
  readonly parameterization: Parameterization;
  readonly weightVariance: number;
  readonly biasVariance: number;
  readonly bias: boolean;
  readonly rate: { readonly unit: 'limit' | 'plain'; readonly value: number };
}

/** What all arms share. */
export interface Shared {
  readonly data: Chosen<Dataset>;
  readonly kernel: 'mean' | 'full';
  readonly steps: number;
  readonly snapshots: number;
  readonly seed: number;
  readonly seeds: number;
}

/**
 * All values of arm `index` (0 is A), inherited and default ones included, keyed as in a link. An own choice of a catalog
 * entry other than A's starts from that entry's defaults: A's `act.slope` belongs to A's activation.
 */
export function armValues({ arms }: Experiment, index: number): Settings {
  const [first] = arms;
  const own = arms[index] ?? {};
  const merged = { ...first, ...own };
  return Object.fromEntries(
    armParams(merged).map((param): [string, Param['default']] => {
      const inherited = sameOwner(param.key, first, merged) ? first[param.key] : undefined;
      return [param.key, own[param.key] ?? inherited ?? param.default];
    }),
  );
}

/** All shared values, default ones included, keyed as in a link. */
export function sharedValues({ shared }: Experiment): Settings {
  return Object.fromEntries(
    sharedParams(shared).map((param) => [param.key, shared[param.key] ?? param.default]),
  );
}

/** Every arm in full, ready to be built. Expects an experiment whose values are valid. */
export function resolveArms(experiment: Experiment): readonly Arm[] {
  return experiment.arms.map((_, index) => {
    const values = armValues(experiment, index);
    return {
      label: armLabels[index] ?? 'A',
      architecture: chosen(values, 'net', architectures.get),
      activation: chosen(values, 'act', activations.get),
      initializer: chosen(values, 'init', initializers.get),
      parameterization: wordIn(values, 'scaling') === 'standard' ? 'standard' : 'ntk',
      weightVariance: numberIn(values, 'sw2'),
      biasVariance: numberIn(values, 'sb2'),
      bias: values.bias === true,
      rate: {
        unit: wordIn(values, 'rate.unit') === 'plain' ? 'plain' : 'limit',
        value: numberIn(values, 'rate'),
      },
    };
  });
}

/** What all arms share, in full. Expects an experiment whose values are valid. */
export function resolveShared(experiment: Experiment): Shared {
  const values = sharedValues(experiment);
  return {
    data: chosen(values, 'data', datasets.get),
    kernel: wordIn(values, 'kernel') === 'full' ? 'full' : 'mean',
    steps: numberIn(values, 'steps'),
    snapshots: numberIn(values, 'snapshots'),
    seed: numberIn(values, 'seed'),
    seeds: numberIn(values, 'seeds'),
  };
}

function chosen<T>(values: Settings, family: string, get: (id: string) => T): Chosen<T> {
  const prefix = `${family}.`;
  const own = Object.entries(values).filter(([key]) => key.startsWith(prefix));
  return {
    entry: get(wordIn(values, family)),
    settings: Object.fromEntries(own.map(([key, value]) => [key.slice(prefix.length), value])),
  };
}

/** Whether a dotted key (`act.slope`) belongs to the same catalog entry in both; plain keys always do. */
function sameOwner(key: string, first: Settings, merged: Settings): boolean {
  const family = familyOf(key);
  return family === undefined || choiceOf(first, family) === choiceOf(merged, family);
}

const choiceOf = (values: Settings, family: string): unknown =>
  values[family] ?? armParams(values).find((param) => param.key === family)?.default;
