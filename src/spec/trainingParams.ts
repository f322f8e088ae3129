import { lossIds, lossWords } from '../nn/dynamics/Loss.ts';
import type { ChoiceParam, NumberParam, SwitchParam, TextParam } from '../nn/Settings.ts';
import { readRateChanges } from './rateChanges.ts';

/** What training makes small. */
export const loss: ChoiceParam = {
  kind: 'choice',
  key: 'loss',
  label: 'Loss',
  default: 'mse',
  options: lossIds.map((id) => ({ value: id, label: lossWords[id].label })),
  explain:
    'Squares, with the factors that papers use, of the residual; or cross-entropies of classes: softmax for several outputs, logistic for one.',
};

/** Whether standard scaling trains at the pace of NTK scaling. */
export const layerRates: SwitchParam = {
  kind: 'switch',
  key: 'rate.layers',
  label: 'Layer rates',
  default: false,
  explain:
    'NTK rates by layer: in standard scaling each weight matrix trains at η·σ_w²/fan-in and each bias at η·σ_b², so that the network follows the one in NTK scaling. No effect there.',
};

/** What a rate becomes at later steps. */
export const rateChanges: TextParam = {
  kind: 'text',
  key: 'rate.changes',
  label: 'Rate later',
  default: '',
  // A slider that is moved by held keys sets a rate many times; a run that has no more room would have to begin anew.
  maxLength: 20_000,
  read: readRateChanges,
  explain:
    'Step and rate, as in 120:0.5,180:0.1: from step 120 on 0.5, from 180 on 0.1, in the unit of the rate. A rate that is changed while training runs is written here.',
};

/** Samples that a step looks at. */
export const batch: NumberParam = {
  kind: 'number',
  key: 'batch',
  label: 'Batch',
  default: 0,
  min: 0,
  max: 100_000,
  slider: [0, 64],
  integer: true,
  explain:
    'Samples in each step; 0, or more than there are, takes all of them. An epoch goes once through all samples, in an order of its own that all networks share.',
};

/** λ of L2 regularization that is part of the gradient. */
export const decay: NumberParam = {
  kind: 'number',
  key: 'decay',
  label: 'Decay λ',
  default: 0,
  min: 0,
  max: 100,
  slider: [0, 0.1],
  explain:
    'Weight decay: λ times the weight is added to the gradient of every weight and bias that trains.',
};

/** α of lazy training (Chizat, Oyallon & Bach, 2019). */
export const outputScale: NumberParam = {
  kind: 'number',
  key: 'outscale',
  label: 'Scale α',
  default: 1,
  min: 1e-3,
  max: 1e4,
  slider: [0.1, 100],
  scale: 'log',
  explain:
    'Output scale: the network is α·f and its loss is divided by α²: the larger α, the less the weights move, and the lazier training is.',
};

/** Ends training at a training loss. */
export const stopLoss: NumberParam = {
  kind: 'number',
  key: 'stop.loss',
  label: 'Stop at loss',
  default: 0,
  min: 0,
  max: 1e6,
  slider: [0, 0.1],
  explain: 'Training ends once every network’s training loss is below this; 0 never.',
};

/** Ends training at a training accuracy. */
export const stopAccuracy: NumberParam = {
  kind: 'number',
  key: 'stop.accuracy',
  label: 'Stop at acc.',
  default: 0,
  min: 0,
  max: 1,
  explain:
    'Training ends once every network’s training accuracy, the share of samples in the right class, is at least this; 0 never.',
};

/** Ends training when the test loss no longer falls. */
export const stopPatience: NumberParam = {
  kind: 'number',
  key: 'stop.patience',
  label: 'Patience',
  default: 0,
  min: 0,
  max: 100_000,
  slider: [0, 500],
  integer: true,
  explain:
    'Early stopping: training ends once no network’s test loss has got better for so many steps, and the best step is marked; 0 never.',
};
