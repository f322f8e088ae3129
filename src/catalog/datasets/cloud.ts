import { matrix, type Matrix } from '../../math/matrix.ts';
import { normals, type Stream } from '../../math/rng.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { numberIn, wordIn } from '../../nn/Settings.ts';
import { countParams, countsIn } from './countParams.ts';
import { halves } from './halves.ts';
import { classified } from './classified.ts';
import { randomlyLabelled } from './randomlyLabelled.ts';

/** A Gaussian cloud with random labels, or two of them side by side. */
export const cloud: Dataset = {
  id: 'cloud',
  label: 'Gaussian cloud',
  explain: 'Normal coordinates of variance one in d dimensions, in one cloud or two.',
  params: [
    ...countParams(1),
    {
      kind: 'number',
      key: 'dim',
      label: 'Dimension d',
      default: 16,
      min: 1,
      max: 1024,
      slider: [1, 256],
      scale: 'log',
      integer: true,
      explain: 'Coordinates of each sample.',
    },
    {
      kind: 'choice',
      key: 'target',
      label: 'Target',
      default: 'clusters',
      options: [
        { value: 'clusters', label: 'two clouds' },
        { value: 'random', label: 'one cloud, random ±1' },
      ],
      explain: 'One class per cloud, or labels that mean nothing and can only be learned by heart.',
    },
    {
      kind: 'number',
      key: 'separation',
      label: 'Separation',
      default: 4,
      min: 0,
      max: 100,
      slider: [0, 10],
      explain:
        'Distance between the centres of two clouds, in standard deviations, along the diagonal of all coordinates.',
    },
  ],
  files: [],
  draw: (settings, stream) => {
    const { n, test } = countsIn(settings);
    const dim = numberIn(settings, 'dim');
    const x = gaussian(stream.fork('inputs'), n, dim);
    const xTest = gaussian(stream.fork('test'), test, dim);
    if (wordIn(settings, 'target') === 'random') {
      return {
        ...randomlyLabelled({ x, xTest }, stream),
        standardization: 'as drawn: variance one in each coordinate',
      };
    }
    const labels = halves(n);
    const labelsTest = halves(test);
    const shift = numberIn(settings, 'separation') / 2 / Math.sqrt(dim);
    return {
      x: moved(x, labels, shift),
      xTest: moved(xTest, labelsTest, shift),
      ...classified(labels, labelsTest),
      standardization: 'as drawn: variance one in each coordinate around each centre',
    };
  },
  dimensions: (settings) => ({ inputs: numberIn(settings, 'dim'), outputs: 1 }),
};

const gaussian = (stream: Stream, count: number, dim: number): Matrix =>
  matrix(count, dim, normals(stream, count * dim));

/** Class 0 moved by −shift and class 1 by +shift in every coordinate. */
const moved = (x: Matrix, labels: Int32Array, shift: number): Matrix =>
  matrix(
    x.rows,
    x.cols,
    x.data.map((value, p) => value + shift * (2 * labels[Math.floor(p / x.cols)]! - 1)),
  );
