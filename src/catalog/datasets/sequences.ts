import sin from '@stdlib/math-base-special-sin';
import { matrix, type Matrix } from '../../math/matrix.ts';
import type { Stream } from '../../math/rng.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { numberIn, type Settings } from '../../nn/Settings.ts';
import { classified } from './classified.ts';
import { countParams, countsIn } from './countParams.ts';
import { halves } from './halves.ts';

/** Noisy sinusoids of two frequencies, of unequal length: padded at the start, so that all end together. */
export const sequences: Dataset = {
  id: 'sequences',
  label: 'Sequences',
  explain:
    'Noisy sinusoids, slow or fast, of unequal length; the steps before a sequence begins are zero.',
  params: [
    ...countParams(2),
    {
      kind: 'number',
      key: 'length',
      label: 'Steps T',
      default: 16,
      min: 2,
      max: 128,
      slider: [4, 32],
      integer: true,
      explain: 'The most steps that a sequence has.',
    },
    {
      kind: 'number',
      key: 'shortest',
      label: 'Shortest',
      default: 0.5,
      min: 0,
      max: 1,
      explain: 'The shortest length as a share of T; lengths are even between the two.',
    },
    {
      kind: 'number',
      key: 'noise',
      label: 'Noise',
      default: 0.5,
      min: 0,
      max: 5,
      slider: [0, 2],
      explain:
        'Standard deviation of what is added to every step; the sinusoids have variance one.',
    },
  ],
  files: [],
  draw: (settings, stream) => {
    const { n, test } = countsIn(settings);
    const labels = halves(n);
    const labelsTest = halves(test);
    return {
      x: waves(labels, settings, stream.fork('inputs')),
      xTest: waves(labelsTest, settings, stream.fork('test')),
      ...classified(labels, labelsTest),
      classes: ['slow', 'fast'],
      standardization: 'as drawn: variance one, and the noise; zero before a sequence begins',
    };
  },
  dimensions: (settings) => {
    const length = numberIn(settings, 'length');
    return { inputs: length, outputs: 1, grid: { rows: 1, columns: length, channels: 1 } };
  },
};

/** Cycles a step of the two classes: a period of ten steps, and one of five. */
const frequencies = [0.1, 0.2] as const;

function waves(labels: Int32Array, settings: Settings, stream: Stream): Matrix {
  const length = numberIn(settings, 'length');
  const shortest = Math.max(1, Math.round(numberIn(settings, 'shortest') * length));
  const noise = numberIn(settings, 'noise');
  const result = matrix(labels.length, length);
  labels.forEach((label, i) => {
    const steps = shortest + stream.integer(length - shortest + 1);
    const phase = stream.uniform();
    for (let t = length - steps; t < length; t++) {
      const turns = (phase + t * frequencies[label === 0 ? 0 : 1]) % 1;
      const value = Math.SQRT2 * sin(2 * Math.PI * turns) + noise * stream.normal();
      // A zero would look like a step that is not there.
      result.data[i * length + t] = value === 0 ? 1e-30 : value;
    }
  });
  return result;
}
