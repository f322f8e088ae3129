import type { Architecture } from '../../nn/Architecture.ts';
import { serial } from '../../nn/serial.ts';
import { numberIn } from '../../nn/Settings.ts';
import {
  arrangementIn,
  gridParams,
  intoPositions,
  outOfPositions,
  seenGrid,
  windowIn,
} from './gridParams.ts';
import { depthParam, widthParam } from './sizeParams.ts';
import { trainChoice, mapAt } from './trainChoice.ts';

/** Convolutions of equal width with an activation after each, then a readout of all positions or of their average. */
export const convolutional: Architecture = {
  id: 'conv',
  label: 'Convolutional',
  explain:
    'Each position is computed from its neighbours below, with the same weights everywhere: pictures in two dimensions, other inputs in one.',
  source:
    'Arora, Du, Hu, Li, Salakhutdinov & Wang (2019); Xiao et al. (2018) for orthogonal weights',
  params: [
    widthParam(
      'Channels',
      32,
      1024,
      'Channels of each convolution. The more, the closer to the limit.',
    ),
    depthParam('Depth', 3, 50, 'Convolutions; the readout is one more.'),
    ...gridParams,
    trainChoice('all'),
  ],
  build: (settings, parts) => {
    const { activation, affine, convolution, outputs } = parts;
    const grid = seenGrid(settings, parts);
    const window = windowIn(settings, grid);
    const width = numberIn(settings, 'width');
    const arrangement = arrangementIn(settings);
    const convolutions = Array.from({ length: numberIn(settings, 'depth') }, (_, place) => [
      convolution({
        fanIn: place === 0 ? grid.channels : width,
        fanOut: width,
        window,
        arrangement,
        ...mapAt(settings, place === 0 ? 'first' : 'inner'),
      }),
      activation,
    ]);
    const { layer: pooled, features } = outOfPositions(settings, grid, width);
    return serial(
      intoPositions(settings, grid),
      ...convolutions.flat(),
      pooled,
      affine({
        fanIn: features,
        fanOut: outputs,
        channels: width,
        ...mapAt(settings, 'readout'),
      }),
    );
  },
};
