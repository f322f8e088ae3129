import cos from '@stdlib/math-base-special-cos';
import { matrix, type Matrix } from '../../math/matrix.ts';
import type { Stream } from '../../math/rng.ts';
import type { Dataset } from '../../nn/Dataset.ts';
import { numberIn, wordIn } from '../../nn/Settings.ts';
import { classified } from './classified.ts';
import { countParams, countsIn } from './countParams.ts';
import { evenGrid, gridBetween } from './evenGrid.ts';
import { onCircle } from './onCircle.ts';
import { spacingParam } from './spacingParam.ts';

/** Points on the circle, where Fourier modes are the eigenfunctions of every kernel that depends on the angle alone. */
export const circle: Dataset = {
  id: 'circle',
  label: 'Circle',
  explain: 'Points on a circle; the kernel of two points depends on the angle between them.',
  params: [
    ...countParams(1),
    spacingParam,
    {
      kind: 'choice',
      key: 'target',
      label: 'Target',
      default: 'cosine',
      options: [
        { value: 'cosine', label: 'cos kθ' },
        { value: 'classes', label: 'sign of cos kθ' },
      ],
      explain: 'One Fourier mode, or the two classes that its sign makes.',
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
      explain: 'How often the target oscillates around the circle.',
    },
  ],
  files: [],
  draw: (settings, stream) => {
    const { n, test } = countsIn(settings);
    const even = wordIn(settings, 'spacing') === 'even';
    const turns = even ? evenGrid(n, 0) : randomTurns(stream.fork('inputs'), n);
    const turnsTest = even ? gridBetween(test, n, 0) : evenGrid(test, 0.5);
    const frequency = numberIn(settings, 'k');
    const shared = {
      x: points(turns),
      xTest: points(turnsTest),
      position: turns.map((turn) => 2 * Math.PI * turn),
      order: 'by angle',
      standardization: 'on the circle |x|² = d = 2',
    };
    if (wordIn(settings, 'target') === 'cosine') {
      return { ...shared, y: cosines(turns, frequency), yTest: cosines(turnsTest, frequency) };
    }
    return { ...classified(signs(turns, frequency), signs(turnsTest, frequency)), ...shared };
  },
  dimensions: () => ({ inputs: 2, outputs: 1 }),
  along: () => ({ shape: 'circle', input: onCircle }),
};

const randomTurns = (stream: Stream, n: number): Float64Array =>
  Float64Array.from({ length: n }, () => stream.uniform()).sort();

/** For θ = 2π·turn. */
const points = (turns: Float64Array): Matrix =>
  matrix(
    turns.length,
    2,
    Float64Array.from(Array.from(turns, (turn) => 2 * Math.PI * turn).flatMap(onCircle)),
  );

const cosines = (turns: Float64Array, frequency: number): Matrix =>
  matrix(
    turns.length,
    1,
    turns.map((turn) => cos(2 * Math.PI * ((frequency * turn) % 1))),
  );

/**
 * 1 where cos kθ > 0 and 0 where it is negative. A zero belongs to the arc that it begins, which keeps evenly spaced
 * classes even; it is found to 1e-12 of a turn, far from rounding.
 */
const signs = (turns: Float64Array, frequency: number): Int32Array =>
  Int32Array.from(turns, (turn) => {
    const phase = Math.round(((frequency * turn + 0.25) % 1) * 1e12) / 1e12;
    return phase % 1 < 0.5 ? 1 : 0;
  });
