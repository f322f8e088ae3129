import { gram, matrix, product, scaled, trace } from '../../math/matrix.ts';
import { normals, stream } from '../../math/rng.ts';
import type { Samples } from '../../nn/Dataset.ts';
import type { Layer } from '../../nn/Layer.ts';
import { arc, axisPlane } from '../../nn/sphere/arc.ts';
import { arcAngles } from '../../nn/sphere/arcAngles.ts';
import { circleEigenvalues } from '../../nn/sphere/circleEigenvalues.ts';
import { isZonal } from '../../nn/sphere/isZonal.ts';
import { profile } from '../../nn/sphere/profile.ts';
import { spikiness } from '../../nn/sphere/spikiness.ts';
import { zonalEigenvalues } from '../../nn/sphere/zonalEigenvalues.ts';
import { zonalRule } from '../../nn/sphere/zonalRule.ts';
import { layerOf } from '../../spec/layerOf.ts';
import type { Arm } from '../../spec/resolve.ts';
import type { HarmonicsResult, LayersResult, ProfileResult } from '../../spec/Result.ts';
import { networkPlan } from '../network/networkPlan.ts';

/**
 * What the maps of an arm's network contribute: for each that trains the Gram matrix of random features of its own, so that
 * traces and values fit each other and differ from layer to layer.
 */
export function smallLayers(arm: Arm, { x, y }: Samples, seed: number): LayersResult {
  const { maps } = networkPlan(layerOf(arm, { inputs: x.cols, outputs: y.cols }), x.cols);
  return {
    kind: 'layers',
    arm: arm.label,
    seed,
    layers: maps.map(({ name, input, output, parameters, trained }, place) => {
      const drawn = matrix(x.cols, 6, normals(stream(`${arm.label}${place}`), 6 * x.cols));
      const part = scaled(gram(product(x, drawn)), trained > 0 ? 1 / (place + 2) : 0);
      return {
        label: `${name} ${place + 1}`,
        input,
        output,
        parameters,
        trained,
        trace: trace(part),
        size: x.rows,
        values: Float32Array.from(part.data),
      };
    }),
  };
}

/** The profile of a kernel of 24 random tanh features. */
export function smallProfile(arm: Arm, seed: number): ProfileResult {
  const angles = Float64Array.from({ length: 33 }, (_, k) => (Math.PI * k) / 32);
  const circle = Float64Array.from({ length: 64 }, (_, k) => (Math.PI * k) / 32);
  const drawn = matrix(2, 24, normals(stream(`${arm.label}${seed}`).fork('profile'), 48));
  const features = product(arc(axisPlane(2), circle), drawn);
  const kernel = gram(matrix(64, 24, features.data.map(Math.tanh)));
  const values = kernel.data.slice(0, 33).map((value) => value / kernel.data[0]!);
  return {
    kind: 'profile',
    arm: arm.label,
    seed,
    source: 'network',
    angles,
    values,
    spikiness: spikiness(angles, values).spikiness,
    circle: circleEigenvalues(scaled(kernel, 1 / kernel.data[0]!), 32),
    depths: [],
  };
}

/** An arm's infinite width along an arc, at its own depth and at depth 1; expects a zonal kernel that exists. */
export function smallLimitProfile(arm: Arm): ProfileResult {
  const angles = arcAngles(33);
  const at = (of: Arm): Float64Array =>
    profile(layerOf(of, { inputs: 2, outputs: 1 }), axisPlane(2), angles).ntk;
  const shallow: Arm = {
    ...arm,
    architecture: {
      ...arm.architecture,
      settings: { ...arm.architecture.settings, depth: 1 },
    },
  };
  const values = at(arm);
  return {
    kind: 'profile',
    arm: arm.label,
    seed: 0,
    source: 'limit',
    angles,
    values,
    spikiness: spikiness(angles, values).spikiness,
    circle: new Float64Array(0),
    depths: [{ depth: 1, values: at(shallow) }],
  };
}

/** An arm's eigenvalues on spheres up to degree 80, or that its kernel is not zonal. */
export function smallHarmonics(arm: Arm): HarmonicsResult {
  const layer = layerOf(arm, { inputs: 2, outputs: 1 });
  if (!isZonal(layer, 2)) {
    const reason = 'its kernel depends on more than the angle';
    return { kind: 'harmonics', arm: arm.label, exists: false, reason };
  }
  const kernel = zonal(JSON.stringify({ ...arm, label: '', rate: 0 }), layer);
  return {
    kind: 'harmonics',
    arm: arm.label,
    exists: true,
    spheres: [2, 3, 4, 5].map((d) => ({ d, eigenvalues: zonalEigenvalues(kernel, d, 80) })),
  };
}

const known = new Map<string, Float64Array>();

/** κ at the nodes of the rule, computed once for each network. */
function zonal(name: string, layer: Layer): Float64Array {
  const kernel = known.get(name) ?? profile(layer, axisPlane(2), zonalRule().nodes).ntk;
  known.set(name, kernel);
  return kernel;
}
