import type { MapOptions, Parts } from '../../nn/Architecture.ts';
import type { BranchPlace } from '../../nn/Initializer.ts';
import type { Layer } from '../../nn/Layer.ts';
import { residual } from '../../nn/residual.ts';
import { serial } from '../../nn/serial.ts';
import { numberIn, type Param, type Settings } from '../../nn/Settings.ts';
import { alphaIn, alphaParams } from './alphaParams.ts';
import { depthParam, widthParam } from './sizeParams.ts';
import { trainChoice, mapAt } from './trainChoice.ts';

/** A map of a block, width to width. */
export type BlockMap = (options?: MapOptions) => Layer;

/** The settings of fully connected residual networks, with who trains by default. */
export const residualParams = (trained: 'all' | 'hidden'): readonly Param[] => [
  widthParam('Width', 192, 4096, 'Units of the stream that blocks add to, and within them.'),
  depthParam('Blocks', 3, 200, 'Residual blocks, L.'),
  ...alphaParams,
  trainChoice(trained),
];

/**
 * x_0 = A x, x_ℓ = x_{ℓ−1} + α·branch(x_{ℓ−1}) for ℓ = 1 … L, f = v·x_L, with A and v of variance one over fan-in, whatever σ_w²
 * the branches have. `branch` asks for its maps in their order; `place` tells how many they are.
 */
export function residualNet(
  settings: Settings,
  { affine, inputs, outputs }: Parts,
  branch: (map: BlockMap) => Layer,
  place: Pick<BranchPlace, 'maps' | 'activatedFirst'>,
): Layer {
  const width = numberIn(settings, 'width');
  const blocks = numberIn(settings, 'depth');
  const alpha = alphaIn(settings, blocks);
  const block = (): Layer => {
    let map = 0;
    return branch((options) =>
      affine({
        fanIn: width,
        fanOut: width,
        ...mapAt(settings, 'inner'),
        branch: { ...place, map: map++, blocks, alpha },
        ...options,
      }),
    );
  };
  const outer = { weightVariance: 1 };
  return serial(
    affine({ fanIn: inputs, fanOut: width, ...outer, ...mapAt(settings, 'first') }),
    ...Array.from({ length: blocks }, () => residual(block(), alpha)),
    affine({
      fanIn: width,
      fanOut: outputs,
      ofStream: true,
      ...outer,
      ...mapAt(settings, 'readout'),
    }),
  );
}
