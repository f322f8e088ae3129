import type { Architecture } from '../../nn/Architecture.ts';
import { serial } from '../../nn/serial.ts';
import { numberIn, wordIn, type ChoiceParam } from '../../nn/Settings.ts';
import { depthParam, widthParam } from './sizeParams.ts';
import { trainChoice, mapAt } from './trainChoice.ts';

const biasesParam: ChoiceParam = {
  kind: 'choice',
  key: 'biases',
  label: 'Biases in',
  default: 'all',
  options: [
    { value: 'all', label: 'all layers' },
    { value: 'first', label: 'the first layer' },
  ],
  explain:
    'Where biases are, if there are any: in every layer, or in the first alone (Chen, Li & Lin, 2024).',
};

/** Dense layers of equal width with an activation after each but the last; depth counts the hidden layers. */
export const fullyConnected: Architecture = {
  id: 'fc',
  label: 'Fully connected',
  explain:
    'Every unit of a layer sees every unit of the one before; depth counts hidden layers, the readout comes after.',
  source: 'Jacot, Gabriel & Hongler (2018)',
  params: [
    widthParam(
      'Width',
      192,
      4096,
      'Units in each hidden layer. The wider, the closer the kernel to its limit.',
    ),
    depthParam('Depth', 3, 200, 'Hidden layers; the readout is one more.'),
    trainChoice('all'),
    biasesParam,
  ],
  build: (settings, { affine, activation, inputs, outputs }) => {
    const width = numberIn(settings, 'width');
    const later = wordIn(settings, 'biases') === 'first' ? { bias: false as const } : {};
    return serial(
      ...Array.from({ length: numberIn(settings, 'depth') }, (_, place) => [
        affine(
          place === 0
            ? { fanIn: inputs, fanOut: width, ...mapAt(settings, 'first') }
            : { fanIn: width, fanOut: width, ...later, ...mapAt(settings, 'inner') },
        ),
        activation,
      ]).flat(),
      affine({ fanIn: width, fanOut: outputs, ...later, ...mapAt(settings, 'readout') }),
    );
  },
};
