import { matrix } from '../../math/matrix.ts';
import { readPoints, type DataPoint } from '../../nn/dataPoints.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { numberIn, wordIn, type Settings } from '../../nn/Settings.ts';
import { countParams } from './countParams.ts';
import { onCircle } from './onCircle.ts';
import { straightBetween } from './straightBetween.ts';

const [, testCount] = countParams(1);

/** Samples at places of a person's own choice, on a line or on the circle. */
export const points: Dataset = {
  id: 'points',
  label: 'Points',
  explain:
    'Samples of your own: one input, one number to predict. They can be dragged in the picture of the function.',
  params: [
    {
      kind: 'text',
      key: 'samples',
      label: 'Samples',
      // ½ cos πx + sin 4πx at six even places, as Tirer, Bruna & Giryes (2021) interpolate it, to two decimals.
      default: '-1:-0.5,-0.6:-1.11,-0.2:-0.18,0.2:0.99,0.6:0.8,1:-0.5',
      maxLength: 1000,
      explain: 'The points as x:y, with commas between; at most 64.',
    },
    {
      kind: 'choice',
      key: 'embed',
      label: 'Input',
      default: 'line',
      options: [
        { value: 'line', label: '(x)' },
        { value: 'lifted', label: '(x, 1)' },
        { value: 'circle', label: 'angle πx' },
      ],
      explain:
        'The number alone, with a constant 1 beside it, which stands in for a bias, or a point of the circle, where x = 1 is half a turn.',
    },
    {
      ...testCount,
      explain:
        'Places that are never trained on, evenly between the samples; their targets lie on straight lines from sample to sample.',
    },
  ],
  files: [],
  draw: (settings) => {
    const reading = readPoints(wordIn(settings, 'samples'));
    if (!reading.ok) throw new RangeError(reading.problem);
    const embed = wordIn(settings, 'embed');
    const round = embed === 'circle';
    const placed = reading.points
      .map(({ x, y }): DataPoint => ({ x: round ? angleOf(x) : x, y }))
      .sort((a, b) => a.x - b.x);
    const test = straightBetween(placed, numberIn(settings, 'test'), round);
    const { input } = along(settings);
    const inputs = (of: readonly DataPoint[]) =>
      matrix(of.length, input(0).length, Float64Array.from(of.flatMap(({ x }) => input(x))));
    const targets = (of: readonly DataPoint[]) =>
      matrix(
        of.length,
        1,
        Float64Array.from(of, ({ y }) => y),
      );
    return {
      x: inputs(placed),
      xTest: inputs(test),
      y: targets(placed),
      yTest: targets(test),
      position: Float64Array.from(placed, ({ x }) => x),
      order: round ? 'by angle' : 'by input',
      standardization: standardizations[embed] ?? '',
    };
  },
  dimensions: (settings) => ({ inputs: along(settings).input(0).length, outputs: 1 }),
  along,
};

const standardizations: Readonly<Record<string, string>> = {
  line: 'as they are',
  lifted: 'as they are, beside a constant 1',
  circle: 'on the circle |x|² = d = 2',
};

function along(settings: Settings): ReturnType<NonNullable<Dataset['along']>> {
  switch (wordIn(settings, 'embed')) {
    case 'circle':
      return { shape: 'circle', input: onCircle };
    case 'lifted':
      return { shape: 'line', input: (x) => [x, 1] };
    default:
      return { shape: 'line', input: (x) => [x] };
  }
}

/** πx in [0, 2π). */
const angleOf = (x: number): number => Math.PI * (x - 2 * Math.floor(x / 2));
