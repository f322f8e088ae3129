import { stream } from '../../math/rng.ts';
import type { Layer } from '../../nn/Layer.ts';
import { mapsOf, trace, type MapFacts } from '../../nn/trace.ts';
import type { CurvatureResult, NetworkRef } from '../../spec/Result.ts';
import { curvatureStep } from '../curvatureStep.ts';
import { withFixedGates } from '../fixedGates.ts';
import { gaussNewtonProduct, hessianProduct, type Direction } from '../hessian.ts';
import type { Network } from '../network.ts';
import { survivable } from '../networkFailures.ts';
import { powerIteration } from '../powerIteration.ts';
import { randomDirection } from '../randomDirection.ts';
import type { Run, RunArm } from '../Run.ts';
import { affordableMaps } from './affordableMaps.ts';
import { largestOfParts } from './largestOfParts.ts';
import { namedMaps } from './namedMaps.ts';

/** What `curvatureResult` uses of a run. */
export type CurvatureRun = Pick<Run, 'samples' | 'batch' | 'breathe' | 'owned' | 'shared'>;

/**
 * How curved the training loss (1/2n)Σ‖f − y‖² of a network is, as it is now, in the values that the run trains: the largest
 * |eigenvalue| of its Hessian and of the Gauss–Newton part, by maps and of all together (after Skorski, Temperoni & Theobald,
 * 2021, who choose variances by the Hessian of each layer). Kinks of rectifiers count nothing. Of many maps some are looked at,
 * evenly spaced, and none where the network is too large.
 */
export async function curvatureResult(
  run: CurvatureRun,
  { layer }: Pick<RunArm, 'layer'>,
  ref: NetworkRef,
  network: Network,
): Promise<CurvatureResult> {
  try {
    return await measured(run, layer, ref, network);
  } catch (error) {
    return none(ref, survivable(error, ref).sentence);
  }
}

async function measured(
  run: CurvatureRun,
  layer: Layer,
  ref: NetworkRef,
  network: Network,
): Promise<CurvatureResult> {
  const { samples, batch, breathe, owned } = run;
  const [n, inputs, outputs] = [samples.x.rows, samples.x.cols, samples.y.cols];
  const steps = trace(layer, inputs);
  const facts = mapsOf(steps);
  const factsOf = (weight: number) => facts.find((map) => map.weight === weight)!;
  const named = namedMaps(layer, inputs);
  const chosen = affordableMaps(named, steps, n);
  if (chosen.length === 0) return none(ref, tooLarge);
  const weights = chosen.map(({ weight }) => weight);
  await breathe();
  const kernels = await largestOfParts(network, batch.x, outputs, weights, breathe);
  const smooth = withFixedGates(network, batch.x);
  owned.add(smooth);
  const curvatureOf = async (
    maps: readonly (MapFacts & { readonly fanIn: number })[],
    kernel: number | undefined,
    name: string,
  ): Promise<Curvature> => {
    const step = curvatureStep(maps);
    const source = stream(run.shared.seed).fork('curvature').fork(name);
    const largest = (product: (v: Direction) => Direction): Promise<number> =>
      powerIteration(product, randomDirection(network, maps, source), { breathe });
    return {
      hessian: await largest((v) => hessianProduct(smooth, batch, v, step)),
      gaussNewton:
        kernel === undefined
          ? await largest((v) => gaussNewtonProduct(smooth, batch, v, step))
          : kernel / n,
    };
  };
  try {
    const layers: CurvatureResult['layers'][number][] = [];
    for (const { label, weight } of chosen) {
      const kernel = kernels && (kernels.parts.get(weight) ?? 0);
      layers.push({ label, ...(await curvatureOf([factsOf(weight)], kernel, String(weight))) });
    }
    const whole = await curvatureOf(facts, kernels?.whole, 'whole');
    return { kind: 'curvature', ...ref, layers, whole };
  } finally {
    owned.delete(smooth);
    smooth.dispose();
  }
}

type Curvature = CurvatureResult['whole'];

const none = (ref: NetworkRef, unknown: string): CurvatureResult => ({
  kind: 'curvature',
  ...ref,
  layers: [],
  whole: { hessian: NaN, gaussNewton: NaN },
  unknown,
});

const tooLarge = 'The Hessian of so large a network on so many samples would take minutes.';
