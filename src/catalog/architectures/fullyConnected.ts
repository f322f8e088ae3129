import type { Architecture } from '../../nn/Architecture.ts';
import type { Settings } from '../../nn/Settings.ts';
import { numberIn } from '../../nn/Settings.ts';
import { serial } from '../../nn/serial.ts';

/** Dense layers of equal width with an activation after each but the last; depth counts the hidden layers. */
export const fullyConnected: Architecture = {
  id: 'fc',
  label: 'Fully connected',
  explain:
    'Every unit of a layer sees every unit of the one before; depth counts hidden layers, the readout comes after.',
  source: 'Jacot, Gabriel & Hongler (2018)',
  params: [
    {
      kind: 'number',
      key: 'width',
      label: 'Width',
      default: 192,
      min: 1,
      max: 4096,
      slider: [8, 1024],
      scale: 'log',
      integer: true,
      explain: 'Units in each hidden layer. The wider, the closer the kernel to its limit.',
    },
    {
      kind: 'number',
      key: 'depth',
      label: 'Depth',
      default: 3,
      min: 1,
      max: 200,
      slider: [1, 20],
      integer: true,
      explain: 'Hidden layers; the readout is one more.',
    },
  ],
  build: (settings, { affine, activation, inputs, outputs }) =>
    serial(
      ...hidden(settings).flatMap((width, place) => [
        affine({ fanIn: place === 0 ? inputs : width, fanOut: width }),
        activation,
      ]),
      affine({ fanIn: numberIn(settings, 'width'), fanOut: outputs }),
    ),
};

const hidden = (settings: Settings): readonly number[] =>
  Array.from({ length: numberIn(settings, 'depth') }, () => numberIn(settings, 'width'));
