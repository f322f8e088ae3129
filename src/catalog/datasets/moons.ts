import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import { matrix, type Matrix } from '../../math/matrix.ts';
import { normals, type Stream } from '../../math/rng.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { numberIn } from '../../nn/Settings.ts';
import { countParams, countsIn } from './countParams.ts';
import { halves } from './halves.ts';
import { classified } from './classified.ts';
import { standardized } from './standardized.ts';

/** Two half circles that reach into each other, as in scikit-learn, but at random places along each. */
export const moons: Dataset = {
  id: 'moons',
  label: 'Two moons',
  explain: 'Two interleaved half circles in the plane: no straight line parts them.',
  params: [
    ...countParams(2),
    {
      kind: 'number',
      key: 'noise',
      label: 'Noise',
      default: 0.1,
      min: 0,
      max: 2,
      slider: [0, 0.5],
      explain: 'Standard deviation of what is added to each coordinate; the moons have radius one.',
    },
  ],
  files: [],
  draw: (settings, stream) => {
    const { n, test } = countsIn(settings);
    const noise = numberIn(settings, 'noise');
    const labels = halves(n);
    const labelsTest = halves(test);
    const raw = {
      x: alongMoons(labels, noise, stream),
      xTest: alongMoons(labelsTest, noise, stream.fork('test')),
    };
    return {
      ...standardized(raw, 'coordinate'),
      ...classified(labels, labelsTest),
      order: 'by class, along each moon',
      standardization: 'zero mean and unit variance of each coordinate over the training set',
    };
  },
  dimensions: () => ({ inputs: 2, outputs: 1 }),
};

/** One point for each label, ordered along its moon: (cos t, sin t) or (1 − cos t, ½ − sin t), t uniform on [0, π]. */
function alongMoons(labels: Int32Array, noise: number, stream: Stream): Matrix {
  const places = stream.fork('inputs');
  const angles = Array.from(labels, (label) => ({ label, t: Math.PI * places.uniform() }));
  angles.sort((a, b) => a.label - b.label || a.t - b.t);
  const shake = normals(stream.fork('noise'), 2 * labels.length);
  const point = ({ label, t }: { label: number; t: number }): readonly [number, number] =>
    label === 0 ? [cos(t), sin(t)] : [1 - cos(t), 0.5 - sin(t)];
  return matrix(
    labels.length,
    2,
    Float64Array.from(angles.flatMap(point), (value, p) => value + noise * shake[p]!),
  );
}
