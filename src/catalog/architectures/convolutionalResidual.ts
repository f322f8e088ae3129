import type { Architecture } from '../../nn/Architecture.ts';
import { residual } from '../../nn/residual.ts';
import { serial } from '../../nn/serial.ts';
import { numberIn } from '../../nn/Settings.ts';
import { alphaIn, alphaParams } from './alphaParams.ts';
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

/** A convolution, pre-activation blocks x + α·conv(φ(conv(φ(x)))) and a last activation before the readout. */
export const convolutionalResidual: Architecture = {
  id: 'convres',
  label: 'Convolutional residual',
  explain:
    'Each block adds α times two convolutions, an activation before each, to what it gets: a ResNet without normalization.',
  source: 'He, Zhang, Ren & Sun (2016)',
  params: [
    widthParam('Channels', 32, 1024, 'Channels of the stream that blocks add to, and within them.'),
    depthParam('Blocks', 2, 50, 'Residual blocks, L, of two convolutions each.'),
    ...alphaParams,
    ...gridParams,
    trainChoice('all'),
  ],
  build: (settings, parts) => {
    const { activation, affine, convolution, outputs } = parts;
    const grid = seenGrid(settings, parts);
    const width = numberIn(settings, 'width');
    const blocks = numberIn(settings, 'depth');
    const shape = { window: windowIn(settings, grid), arrangement: arrangementIn(settings) };
    const inner = { ...shape, fanIn: width, fanOut: width, ...mapAt(settings, 'inner') };
    const alpha = alphaIn(settings, blocks);
    const branch = { maps: 2, blocks, alpha, activatedFirst: true };
    const block = (): ReturnType<typeof residual> =>
      residual(
        serial(
          activation,
          convolution({ ...inner, branch: { ...branch, map: 0 } }),
          activation,
          convolution({ ...inner, branch: { ...branch, map: 1 } }),
        ),
        alpha,
      );
    const stem = { ...shape, fanIn: grid.channels, fanOut: width };
    const { layer: pooled, features } = outOfPositions(settings, grid, width);
    return serial(
      intoPositions(settings, grid),
      convolution({ ...stem, ...mapAt(settings, 'first') }),
      ...Array.from({ length: blocks }, block),
      activation,
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
