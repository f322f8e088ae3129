import type { LayerShare, LayersResult, NetworkRef } from '../../spec/Result.ts';
import type { Network } from '../network.ts';
import type { Run, RunArm } from '../Run.ts';
import { layerParts, noPart } from './layerParts.ts';
import { namedMaps } from './namedMaps.ts';

/**
 * How the NTK of a network is made up of its affine maps. Values are those of the mean over outputs; traces are
 * of the kernel that the run asks for, K times as much for the full one.
 */
export async function layersResult(
  { batch, samples, form }: Run,
  { layer }: RunArm,
  ref: NetworkRef,
  network: Network,
): Promise<LayersResult> {
  const outputs = samples.y.cols;
  const copies = form === 'full' ? outputs : 1;
  const parts = await layerParts(network, batch.x, outputs);
  return {
    kind: 'layers',
    ...ref,
    layers: namedMaps(layer, samples.x.cols).map(({ weight, ...named }): LayerShare => {
      const part = parts.get(weight) ?? noPart(samples.x.rows);
      return { ...named, ...part, trace: copies * part.trace };
    }),
  };
}
