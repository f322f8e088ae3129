import { version_core as tfjs } from '@tensorflow/tfjs-core';
import { version as app } from '../../../package.json';
import { median } from '../../math/summary.ts';
import type { Experiment } from '../../spec/Experiment.ts';
import { layerOf } from '../../spec/layerOf.ts';
import { resolveArms, resolveShared } from '../../spec/resolve.ts';
import { armValues, sharedValues } from '../../spec/values.ts';
import { programOf } from './programOf.ts';
import { ofKind, type Recorded } from './recorder.ts';

/** The version of the archive's layout. */
export const archiveVersion = 1;

/** What an archive says of itself, in JSON: the experiment with every value written out, how it was run, what came of it. */
export function manifestOf(
  experiment: Experiment,
  recorded: Recorded,
  link: string | undefined,
): object {
  const { backend, data, networks, limits, failures, timings } = recorded;
  const { entry, settings } = resolveShared(experiment).data;
  const { credit } = entry;
  const { n, nTest, inputs, outputs, classes, order, standardization } = data;
  const { grid } = entry.dimensions(settings);
  const programs = resolveArms(experiment).map(
    (arm) => [arm.label, programOf(layerOf(arm, { inputs, outputs, grid }), inputs)] as const,
  );
  return {
    format: 'tangent-lab',
    versions: { archive: archiveVersion, app, tfjs },
    link: link ?? null,
    experiment: {
      version: experiment.version,
      shared: sharedValues(experiment),
      arms: Object.fromEntries(
        resolveArms(experiment).map((arm, index) => [arm.label, armValues(experiment, index)]),
      ),
    },
    data: {
      n,
      n_test: nTest,
      inputs,
      outputs,
      classes: classes ?? null,
      order,
      standardization,
      credit: credit ?? null,
    },
    backend,
    forward,
    training,
    layers: Object.fromEntries(programs.map(([label, { layers }]) => [label, layers])),
    programs: Object.fromEntries(programs.map(([label, { program }]) => [label, program])),
    networks: Object.fromEntries(
      [...networks].map(([name, results]) => {
        const rate = ofKind(results, 'rate')[0];
        return [
          name,
          rate
            ? {
                eta: rate.eta,
                stability_limit: rate.stabilityLimit,
                stability_limit_approximate: rate.approximate,
              }
            : { eta: null, stability_limit: null, stability_limit_approximate: null },
        ];
      }),
    ),
    limits: Object.fromEntries(
      limits.map((limit) => [
        limit.arm,
        limit.exists ? { exists: true, note: limit.note } : { exists: false, reason: limit.reason },
      ]),
    ),
    failures,
    timings: Object.fromEntries([...timings].map(([name, list]) => [name, median(list)])),
    timing_counts: Object.fromEntries([...timings].map(([name, list]) => [name, list.length])),
  };
}

const forward =
  'Each arm runs the steps of its program in order, the first being the input x and the last the output; step s takes the results of the steps ' +
  'in s.of. affine is z = weight_scale * h @ W + bias_scale * b with W and b the trainable values of its map as stored (in x out, and out); the ' +
  'other operations are listed in docs/compute.md. For a fully connected network: h_0 = x; z_k = weight_scale_k * h_k @ W_k + bias_scale_k * b_k; ' +
  'h_{k+1} = phi(z_k); the output is the last z_k, without phi.';

const training =
  'Full-batch gradient descent on L = (1/2n) sum_i |f(x_i) - y_i|^2: at each step every value p that trains becomes p - eta * dL/dp.';
