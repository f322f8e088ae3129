import type { LayerShare, LayersResult } from '../../spec/Result.ts';
import type { OpenNetwork, Run, RunArm } from '../Run.ts';
import { layerParts, noPart } from './layerParts.ts';
import { namedMaps } from './namedMaps.ts';

/**
 * How the NTK of a network, as it is now, is made up of its affine maps. Values are those of the mean over outputs; traces are
 * of the kernel that the run asks for, K times as much for the full one.
 */
export async function layersResult(
  { batch, samples, form }: Run,
  { layer }: RunArm,
  { ref, trainer }: Pick<OpenNetwork, 'ref' | 'trainer'>,
): Promise<LayersResult> {
  const outputs = samples.y.cols;
  const copies = form === 'full' ? outputs : 1;
  const parts = await layerParts(trainer.network(), batch.x, outputs);
  return {
    kind: 'layers',
    ...ref,
    layers: namedMaps(layer, samples.x.cols).map(({ weight, ...named }): LayerShare => {
      const part = parts.get(weight) ?? noPart(samples.x.rows);
      return { ...named, ...part, trace: copies * part.trace };
    }),
  };
}
