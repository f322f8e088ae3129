import type { ChoiceParam, NumberParam, Param, Settings, SwitchParam } from '../nn/Settings.ts';
import { entryOf, families } from './families.ts';
import { rateParams } from './rateParams.ts';
import * as theory from './theoryParams.ts';
import * as training from './trainingParams.ts';

/** What data and run have in common over all arms, for the data set that `chosen.data` names; in a link's order. */
export function sharedParams(chosen: Settings): readonly Param[] {
  return [
    ...family(dataParam, chosen),
    kernel,
    steps,
    snapshots,
    seed,
    seeds,
    training.stopLoss,
    training.stopAccuracy,
    training.stopPatience,
    theory.relinearize,
    theory.flow,
  ];
}

/** What each arm may set for itself, for the catalog entries that `chosen` names; in a link's order. */
export function armParams(chosen: Settings): readonly Param[] {
  return [
    ...family(architectureParam, chosen),
    ...family(activationParam, chosen),
    ...family(initializerParam, chosen),
    ...family(firstParam, chosen),
    ...family(lastParam, chosen),
    scaling,
    weightVariance,
    biasVariance,
    bias,
    mirror,
    training.loss,
    ...family(optimizerParam, chosen),
    ...rateParams(chosen),
    training.rateChanges,
    training.layerRates,
    training.batch,
    training.decay,
    training.outputScale,
  ];
}

/** The choice itself, then the chosen entry's own parameters with the choice's key before theirs: `act`, `act.slope`. */
function family(choice: ChoiceParam, chosen: Settings): readonly Param[] {
  const own = entryOf(choice.key, chosen)?.params ?? [];
  return [choice, ...own.map((param) => ({ ...param, key: `${choice.key}.${param.key}` }))];
}

const choiceOf = (key: string, label: string, explain: string): ChoiceParam => {
  const list = families.get(key)?.list ?? [];
  return {
    kind: 'choice',
    key,
    label,
    default: list[0]?.id ?? '',
    options: list.map(({ id, ...entry }) => ({
      value: id,
      label: entry.label,
      ...(entry.group !== undefined && { group: entry.group }),
    })),
    explain,
  };
};

const dataParam = choiceOf('data', 'Set', 'Where the samples come from.');
const architectureParam = choiceOf('net', 'Architecture', 'The family of the network.');
const activationParam = choiceOf('act', 'Activation', 'The nonlinearity after each hidden layer.');
const initializerParam = choiceOf('init', 'Weights', 'How the weights are drawn.');
const firstParam = choiceOf(
  'initFirst',
  'First layer',
  'How the weights of the layer that sees the inputs are drawn, if not as those of the hidden layers.',
);
const lastParam = choiceOf(
  'initLast',
  'Readout',
  'How the weights of the last layer are drawn, if not as those of the hidden layers.',
);
const optimizerParam = choiceOf('opt', 'Optimizer', 'How weights follow their gradients.');

const scaling: ChoiceParam = {
  kind: 'choice',
  key: 'scaling',
  label: 'Scaling',
  default: 'ntk',
  options: [
    { value: 'ntk', label: 'NTK' },
    { value: 'standard', label: 'Standard' },
  ],
  explain:
    'NTK: weights of order one, divided by √fan-in in the forward pass. Standard: the factor is in the weights themselves. The network at the start is the same; how it trains is not.',
};
const weightVariance: NumberParam = {
  kind: 'number',
  key: 'sw2',
  label: 'σ_w²',
  default: 1.5,
  min: 0,
  max: 100,
  slider: [0.5, 4],
  explain: 'Weight variance times fan-in.',
};
const biasVariance: NumberParam = {
  kind: 'number',
  key: 'sb2',
  label: 'σ_b²',
  default: 0.1,
  min: 0,
  max: 100,
  slider: [0, 1],
  explain: 'Bias variance.',
};
const bias: SwitchParam = {
  kind: 'switch',
  key: 'bias',
  label: 'Biases',
  default: true,
  explain:
    'Off: no biases at all. In NTK scaling a bias of variance zero has no effect; in standard scaling it starts at zero and trains.',
};
const mirror: SwitchParam = {
  kind: 'switch',
  key: 'mirror',
  label: 'Mirrored',
  default: false,
  explain:
    'Two copies with the same first weights, f = (f¹ − f²)/√2: the network starts at zero, and its kernel is that of one copy (Zhang et al., 2020; Chen, Li & Lin, 2024).',
};
const kernel: ChoiceParam = {
  kind: 'choice',
  key: 'kernel',
  label: 'Outputs',
  default: 'mean',
  options: [
    { value: 'mean', label: 'mean of blocks' },
    { value: 'full', label: 'full nK×nK' },
  ],
  explain:
    'With K outputs the kernel has K×K blocks of n×n: their diagonal mean, or all of them (nK at most 1024).',
};
const steps: NumberParam = {
  kind: 'number',
  key: 'steps',
  label: 'Steps',
  default: 240,
  min: 0,
  max: 100_000,
  slider: [0, 2000],
  integer: true,
  explain: 'Gradient steps.',
};
const snapshots: NumberParam = {
  kind: 'number',
  key: 'snapshots',
  label: 'Kernels',
  default: 24,
  min: 1,
  max: 200,
  slider: [1, 60],
  integer: true,
  explain:
    'How many times the kernel is measured during training, at even distances; the start is one more.',
};
const seed: NumberParam = {
  kind: 'number',
  key: 'seed',
  label: 'Seed',
  default: 1,
  min: 0,
  max: 4_294_967_295,
  slider: [0, 100],
  integer: true,
  explain: 'Everything random follows from it.',
};
const seeds: NumberParam = {
  kind: 'number',
  key: 'seeds',
  label: 'Networks',
  default: 1,
  min: 1,
  max: 64,
  slider: [1, 64],
  scale: 'log',
  integer: true,
  explain: 'Networks per arm, each with weights of its own; the data stay the same.',
};
