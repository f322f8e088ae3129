import type { Settings } from '../../nn/Settings.ts';

/** Small networks with smooth and with bent activations: what they are, their settings and how many outputs. */
export const curvatureCases: readonly (readonly [string, Settings, number])[] = [
  ['tanh', { act: 'tanh', 'net.width': 4, 'net.depth': 2 }, 1],
  ['tanh, standard scaling', { 'net.width': 4, 'net.depth': 2, scaling: 'standard' }, 1],
  ['ReLU, two outputs', { act: 'relu', 'net.width': 4, 'net.depth': 2, sw2: 2 }, 2],
  ['leaky, residual', { act: 'leaky', net: 'preact', 'net.width': 4, 'net.depth': 2 }, 1],
  ['GELU, recurrent', { act: 'gelu', net: 'rnn', 'net.width': 4 }, 1],
  ['absolute value, convolutional', { act: 'abs', net: 'conv', 'net.width': 2 }, 1],
];
