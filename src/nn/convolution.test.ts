import { describe, expect, it } from 'vitest';
import { gram, matrix, type Matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import type { Activation } from './Activation.ts';
import { activationLayer } from './activationLayer.ts';
import { convolution } from './convolution.ts';
import { dense, type Parameterization } from './dense.ts';
import { flatten } from './flatten.ts';
import { globalAverage } from './globalAverage.ts';
import type { Grid } from './Grid.ts';
import { infiniteKernel, kernelBlocks } from './infiniteKernel.ts';
import type { Initializer } from './Initializer.ts';
import type { Layer } from './Layer.ts';
import { positions } from './positions.ts';
import { kappa0, kappa1 } from './reference/arcCosine.ts';
import { serial } from './serial.ts';
import { tapped, type TapArrangement } from './tapped.ts';
import { centreOf, windowOf, type Padding } from './Window.ts';

const joint: Initializer = {
  id: 'test',
  label: '',
  explain: '',
  source: '',
  params: [],
  unit: (source, { fanIn, fanOut }) => normals(source, fanIn * fanOut),
  gain: (_shape, weightVariance) => weightVariance,
  joint: true,
  limit: () => ({ exists: true }),
};

const relu: Activation = {
  id: 'relu',
  label: '',
  explain: '',
  params: [],
  f: (ops, x) => ops.relu(x),
  df: (ops, x) => ops.step(x),
  dual: ({ k11, k12, k22 }) => {
    const scale = Math.sqrt(k11 * k22);
    const u = scale > 0 ? k12 / scale : 0;
    return { value: (scale * kappa1(u)) / 2, slope: kappa0(u) / 2 };
  },
};

const sw2 = 2;
const sb2 = 0.05;

interface Case {
  readonly grid: Grid;
  readonly size: number;
  readonly padding: Padding;
  readonly pool: 'flatten' | 'gap';
  readonly arrangement: TapArrangement;
  readonly parameterization: Parameterization;
}

function network({ grid, size, padding, pool, arrangement, parameterization }: Case): Layer {
  const options = {
    parameterization,
    initializer: joint,
    initializerSettings: {},
    weightVariance: sw2,
    biasVariance: sb2,
    bias: true,
  };
  const window = windowOf(grid, size, padding);
  const conv = (fanIn: number) => convolution({ fanIn, fanOut: 4, window, arrangement }, options);
  const count = grid.rows * grid.columns;
  return serial(
    positions(grid, pool === 'gap' ? 'all' : 'same'),
    conv(grid.channels),
    activationLayer(relu, {}),
    conv(4),
    activationLayer(relu, {}),
    pool === 'gap' ? globalAverage(grid) : flatten(grid, 4),
    dense({ ...options, fanIn: pool === 'gap' ? 4 : 4 * count, fanOut: 1 }),
  );
}

/** The CNTK of two convolutions for one pair of samples, entry by entry from its definition (Arora et al., 2019). */
function cntk(x: Matrix, i: number, j: number, of: Case): number {
  const { grid, size, padding, pool, arrangement, parameterization } = of;
  const { rows, columns, channels } = grid;
  const count = rows * columns;
  const steps = Array.from({ length: size }, (_, t) => t - Math.floor(size / 2));
  const taps = (rows > 1 ? steps : [0]).flatMap((v) => steps.map((h) => [v, h] as const));
  const move = (a: number, [v, h]: readonly [number, number]): number => {
    const [r, c] = [Math.floor(a / columns) + v, (a % columns) + h];
    if (padding === 'circular')
      return ((r + 9 * rows) % rows) * columns + ((c + 9 * columns) % columns);
    return r < 0 || r >= rows || c < 0 || c >= columns ? -1 : r * columns + c;
  };
  const table = (f: (a: number, b: number) => number): number[][] =>
    Array.from({ length: count }, (_, a) => Array.from({ length: count }, (__, b) => f(a, b)));
  const average = (k: number[][]): number[][] =>
    table((a, b) => {
      let sum = 0;
      for (const tap of taps) {
        const [p, q] = [move(a, tap), move(b, tap)];
        if (p >= 0 && q >= 0) sum += k[p]![q]!;
      }
      return sum / taps.length;
    });
  const delta = arrangement === 'delta';
  const standard = parameterization === 'standard';
  const ownFactor = (fanIn: number): number => (standard ? fanIn : sw2);
  const ownShift = standard ? 1 : sb2;
  const products = (m: number, n: number): number[][] =>
    table((a, b) => {
      let sum = 0;
      for (let c = 0; c < channels; c++)
        sum += x.data[(m * count + a) * channels + c]! * x.data[(n * count + b) * channels + c]!;
      return sum / channels;
    });
  let kernels = [products(i, i), products(i, j), products(j, j)];
  let theta = table(() => 0);
  for (const fanIn of [channels, 4].map((inner) => inner * taps.length)) {
    const seen = average(kernels[1]!);
    const back = delta ? theta : average(theta);
    theta = table((a, b) => ownFactor(fanIn) * seen[a]![b]! + ownShift + sw2 * back[a]![b]!);
    kernels = kernels.map((k) => {
      const forward = delta ? k : average(k);
      return table((a, b) => sw2 * forward[a]![b]! + sb2);
    });
    const [left, cross, right] = kernels as [number[][], number[][], number[][]];
    const cosine = (a: number, b: number): number =>
      cross[a]![b]! / Math.sqrt(left[a]![a]! * right[b]![b]!);
    theta = table((a, b) => (theta[a]![b]! * kappa0(cosine(a, b))) / 2);
    kernels = [
      // Of a sample with itself only the same positions are needed, also further on.
      table((a, b) => (a === b ? left[a]![b]! / 2 : 0)),
      table((a, b) => (Math.sqrt(left[a]![a]! * right[b]![b]!) * kappa1(cosine(a, b))) / 2),
      table((a, b) => (a === b ? right[a]![b]! / 2 : 0)),
    ];
  }
  const pooled = (k: number[][]): number => {
    const terms = k.flatMap((row, a) => row.filter((_, b) => pool === 'gap' || a === b));
    return terms.reduce((sum, value) => sum + value, 0) / terms.length;
  };
  const fanIn = pool === 'gap' ? 4 : 4 * count;
  return ownFactor(fanIn) * pooled(kernels[1]!) + ownShift + sw2 * pooled(theta);
}

const line: Grid = { rows: 1, columns: 6, channels: 2 };
const plane: Grid = { rows: 3, columns: 2, channels: 2 };

const cases: readonly Case[] = [line, plane].flatMap((grid) =>
  (['circular', 'zero'] as const).flatMap((padding) =>
    (['flatten', 'gap'] as const).flatMap((pool) =>
      (['reshape', 'tap', 'delta'] as const).flatMap((arrangement) =>
        (['ntk', 'standard'] as const).map((parameterization) => ({
          grid,
          size: 3,
          padding,
          pool,
          arrangement,
          parameterization,
        })),
      ),
    ),
  ),
);

describe('the convolutional kernel', () => {
  const x = matrix(3, 12, normals(stream('cntk'), 36));

  it.each(cases)(
    'is that of its definition: $grid.rows×$grid.columns, $padding, $pool, $arrangement, $parameterization',
    (of) => {
      const { ntk } = infiniteKernel(network(of), x, x);

      for (let i = 0; i < 3; i++)
        for (let j = 0; j < 3; j++)
          expect(ntk.data[3 * i + j]! / cntk(x, i, j, of)).toBeCloseTo(1, 7);
    },
  );

  it('of one position is the fully connected one', () => {
    const grid = { rows: 1, columns: 1, channels: 12 };
    const of = { ...cases[0]!, grid, size: 1, pool: 'flatten' } as const;
    const options = { initializer: joint, initializerSettings: {}, weightVariance: sw2 };
    const rest = { biasVariance: sb2, bias: true, parameterization: 'ntk' } as const;
    const map = (fanIn: number) => dense({ ...options, ...rest, fanIn, fanOut: 4 });
    const act = activationLayer(relu, {});
    const plain = serial(map(12), act, map(4), act, map(4));

    const [got, want] = [network(of), plain].map((layer) => infiniteKernel(layer, x, x).ntk);
    got!.data.forEach((value, at) => expect(value / want!.data[at]!).toBeCloseTo(1, 12));
  });

  it('is the same block by block, in steps that say how far it is', () => {
    const grid = { rows: 12, columns: 12, channels: 1 };
    const layer = network({ ...cases[0]!, grid, pool: 'gap', padding: 'zero' });
    const many = matrix(9, 144, normals(stream('many'), 9 * 144));
    const steps = kernelBlocks(layer, many, many);
    const shares: number[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next()) shares.push(step.value);
    const { ntk } = step.value;
    const few = matrix(2, 144, many.data.slice(7 * 144));
    const corner = infiniteKernel(layer, few, few).ntk;

    expect(shares).toEqual([1 / 3, 2 / 3, 1]);
    expect(ntk.data[7 * 9 + 8]! / corner.data[1]!).toBeCloseTo(1, 10);
    for (let i = 0; i < 9; i++)
      for (let j = 0; j < 9; j++) expect(ntk.data[i * 9 + j]).toBe(ntk.data[j * 9 + i]);
  });

  it('asks for all pairs of positions where they are averaged', () => {
    const flat = network({ ...cases[0]!, pool: 'flatten' });
    const wrong = serial(positions(line, 'same'), globalAverage(line));

    expect(flat.pairs).toBe(6);
    expect(network({ ...cases[0]!, pool: 'gap' }).pairs).toBe(36);
    expect(() => infiniteKernel(wrong, x, x)).toThrow('all');
  });
});

describe('the taps of a convolution', () => {
  const shape = { fanIn: 9 * 2, fanOut: 3 };
  const window = windowOf({ rows: 3, columns: 3 }, 3, 'zero');
  const columns = (values: Float64Array, tap: number): Matrix =>
    matrix(2, 3, values.slice(tap * 6, (tap + 1) * 6));

  it('are each a matrix of their own, or one matrix', () => {
    const reshaped = tapped(joint, window, 'reshape').unit(stream(1), shape, {});
    const each = tapped(joint, window, 'tap').unit(stream(1), shape, {});

    expect(reshaped).toEqual(normals(stream(1), 54));
    expect(columns(each, 4).data).toEqual(normals(stream(1).fork('4'), 6));
  });

  it('are zero around the centre where they are delta, with the mean square of all', () => {
    const delta = tapped(joint, window, 'delta').unit(stream(1), shape, {});
    const centre = centreOf(window);

    expect(centre).toBe(4);
    for (let tap = 0; tap < 9; tap++) {
      const empty = columns(delta, tap).data.every((value) => value === 0);
      expect(empty).toBe(tap !== centre);
    }
    const plain = gram(columns(normals(stream(1), 6), 0));
    gram(columns(delta, centre)).data.forEach((value, at) =>
      expect(value).toBeCloseTo(9 * plain.data[at]!, 12),
    );
  });

  it('say nothing where weights are independent', () => {
    const { id, label, explain, source, params, unit: draw, gain, limit } = joint;
    const independent = { id, label, explain, source, params, unit: draw, gain, limit };
    const unit = tapped(independent, window, 'delta').unit(stream(1), shape, {});

    expect(unit).toEqual(normals(stream(1), 54));
  });
});
