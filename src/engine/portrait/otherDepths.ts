import { zonalKernel } from '../../nn/sphere/zonalKernel.ts';
import { layerOf } from '../../spec/layerOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { ProfileResult } from '../../spec/Result.ts';
import type { Run } from '../Run.ts';

/** Depths at which the limit is shown beside its own. */
const depths = [1, 3, 10, 30, 100] as const;

/** Milliseconds that all of them may take: quadrature at a large variance is slow, and then there are fewer. */
const patience = 100;

/**
 * The zonal NTK of an arm at `angles`, from 0 on, in shares of the first, rebuilt at other depths than its own, where it has a
 * depth to set: as many as there is time for, and those that are finite and not zero.
 */
export async function otherDepths(
  run: Run,
  arm: Arm,
  angles: Float64Array,
): Promise<ProfileResult['depths']> {
  const { entry, settings } = arm.architecture;
  const param = entry.params.find(({ key }) => key === 'depth');
  if (param?.kind !== 'number') return [];
  const { now } = run.environment;
  const { inputs, outputs } = { inputs: run.samples.x.cols, outputs: run.samples.y.cols };
  const found: { depth: number; values: Float64Array }[] = [];
  let [spent, perLayer] = [0, 0];
  for (const depth of depths) {
    if (depth === settings.depth || depth > param.max) continue;
    if (spent + perLayer * depth > patience) break;
    await run.breathe();
    const began = now();
    const architecture = { entry, settings: { ...settings, depth } };
    const layer = layerOf({ ...arm, architecture }, { inputs, outputs, grid: run.grid });
    const kernel = zonalKernel(layer, angles);
    const took = now() - began;
    spent += took;
    perLayer = took / depth;
    const values = kernel.map((value) => value / kernel[0]!);
    if (kernel[0]! > 0 && values.every(Number.isFinite)) found.push({ depth, values });
  }
  return found;
}
