import { matrix, type Matrix } from '../../math/matrix.ts';
import { normals, type Stream } from '../../math/rng.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { numberIn, wordIn } from '../../nn/Settings.ts';
import { countParams, countsIn } from './countParams.ts';
import { onSphere } from './onSphere.ts';
import { randomlyLabelled } from './randomlyLabelled.ts';
import { ascending, inOrderOf } from './inOrderOf.ts';

/** Uniform on the sphere of radius √d in R^d, where spherical harmonics are the eigenfunctions of the kernel. */
export const sphere: Dataset = {
  id: 'sphere',
  label: 'Sphere',
  explain: 'Random points on a sphere in d dimensions, all of the same length.',
  params: [
    ...countParams(1),
    {
      kind: 'number',
      key: 'dim',
      label: 'Dimension d',
      default: 16,
      min: 2,
      max: 1024,
      slider: [2, 256],
      scale: 'log',
      integer: true,
      explain:
        'The sphere lies in R^d; in high dimension random points are almost at right angles.',
    },
    {
      kind: 'choice',
      key: 'target',
      label: 'Target',
      default: 'linear',
      options: [
        { value: 'linear', label: 'first coordinate' },
        { value: 'quadratic', label: 'product of two coordinates' },
        { value: 'random', label: 'random ±1' },
      ],
      explain:
        'A harmonic of degree one or two, of unit variance, or labels that mean nothing: those can only be learned by heart.',
    },
  ],
  files: [],
  draw: (settings, stream) => {
    const { n, test } = countsIn(settings);
    const dim = numberIn(settings, 'dim');
    const inputs = {
      x: uniform(stream.fork('inputs'), n, dim),
      xTest: uniform(stream.fork('test'), test, dim),
    };
    const standardization = 'on the sphere |x|² = d';
    const target = wordIn(settings, 'target');
    if (target === 'random') return { ...randomlyLabelled(inputs, stream), standardization };
    const harmonic = target === 'linear' ? firstCoordinate : productOfTwo;
    const training = byValue(inputs.x, harmonic);
    const held = byValue(inputs.xTest, harmonic);
    return {
      x: training.x,
      xTest: held.x,
      y: training.y,
      yTest: held.y,
      order: target === 'linear' ? 'by first coordinate' : 'by target',
      standardization,
    };
  },
  dimensions: (settings) => ({ inputs: numberIn(settings, 'dim'), outputs: 1 }),
};

const uniform = (stream: Stream, count: number, dim: number): Matrix =>
  onSphere(matrix(count, dim, normals(stream, count * dim)));

const firstCoordinate = (row: Float64Array): number => row[0]!;

/** E x₁²x₂² = d/(d + 2) on the sphere of radius √d. */
const productOfTwo = (row: Float64Array): number =>
  row[0]! * row[1]! * Math.sqrt((row.length + 2) / row.length);

function byValue(x: Matrix, target: (row: Float64Array) => number): { x: Matrix; y: Matrix } {
  const y = matrix(
    x.rows,
    1,
    Float64Array.from({ length: x.rows }, (_, i) =>
      target(x.data.subarray(i * x.cols, (i + 1) * x.cols)),
    ),
  );
  const order = ascending(y.data);
  return { x: inOrderOf(order, x), y: inOrderOf(order, y) };
}
