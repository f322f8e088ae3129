import { matrix, type Matrix } from '../../math/matrix.ts';
import { normals, type Stream } from '../../math/rng.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { numberIn, wordIn } from '../../nn/Settings.ts';
import { countParams, countsIn } from './countParams.ts';
import { curves } from './curves.ts';
import { evenGrid, gridBetween } from './evenGrid.ts';
import { spacingParam } from './spacingParam.ts';

/** A curve over [−1, 1] to be learned from noisy samples. */
export const regression: Dataset = {
  id: 'regression',
  label: 'Curve',
  explain: 'One input between −1 and 1, one number to predict.',
  params: [
    ...countParams(1),
    spacingParam,
    {
      kind: 'choice',
      key: 'target',
      label: 'Target',
      default: 'sine',
      options: Object.entries(curves).map(([value, { label }]) => ({ value, label })),
      explain: 'The curve without noise.',
    },
    {
      kind: 'number',
      key: 'k',
      label: 'Frequency k',
      default: 2,
      min: 1,
      max: 32,
      slider: [1, 16],
      integer: true,
      explain: 'Full waves of a sine over the line; the other curves have none.',
    },
    {
      kind: 'number',
      key: 'noise',
      label: 'Noise',
      default: 0.1,
      min: 0,
      max: 10,
      slider: [0, 1],
      explain:
        'Standard deviation of what is added to training targets; test targets are the curve itself.',
    },
    {
      kind: 'choice',
      key: 'embed',
      label: 'Input',
      default: 'line',
      options: [
        { value: 'line', label: '(x)' },
        { value: 'lifted', label: '(x, 1)' },
      ],
      explain: 'The number alone, or with a constant 1 beside it, which stands in for a bias.',
    },
  ],
  files: [],
  draw: (settings, stream) => {
    const { n, test } = countsIn(settings);
    const even = wordIn(settings, 'spacing') === 'even';
    const position = onLine(even ? evenGrid(n, 0.5) : randomPlaces(stream.fork('inputs'), n));
    const positionTest = onLine(even ? gridBetween(test, n, 0.5) : evenGrid(test, 0.5));
    const curve = curves[wordIn(settings, 'target')]!;
    const frequency = numberIn(settings, 'k');
    const shake = normals(stream.fork('noise'), n);
    const noise = numberIn(settings, 'noise');
    const lifted = wordIn(settings, 'embed') === 'lifted';
    return {
      x: inputs(position, lifted),
      xTest: inputs(positionTest, lifted),
      y: matrix(
        n,
        1,
        position.map((x, i) => curve.at(x, frequency) + noise * shake[i]!),
      ),
      yTest: matrix(
        test,
        1,
        positionTest.map((x) => curve.at(x, frequency)),
      ),
      position,
      order: 'by input',
      standardization: lifted ? 'as it is, −1 to 1, beside a constant 1' : 'as it is, −1 to 1',
    };
  },
  dimensions: (settings) => ({
    inputs: wordIn(settings, 'embed') === 'lifted' ? 2 : 1,
    outputs: 1,
  }),
  along: (settings) => ({
    shape: 'line',
    input: wordIn(settings, 'embed') === 'lifted' ? (x) => [x, 1] : (x) => [x],
  }),
};

const randomPlaces = (stream: Stream, n: number): Float64Array =>
  Float64Array.from({ length: n }, () => stream.uniform()).sort();

/** From [0, 1) to [−1, 1). */
const onLine = (places: Float64Array): Float64Array => places.map((u) => 2 * u - 1);

const inputs = (position: Float64Array, lifted: boolean): Matrix =>
  lifted
    ? matrix(position.length, 2, Float64Array.from(Array.from(position).flatMap((x) => [x, 1])))
    : matrix(position.length, 1, position.slice());
