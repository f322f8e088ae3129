import { describe, expect, it } from 'vitest';
import { eigenvalues } from '../math/eigh.ts';
import { gram, identity, matrix, scaled, transpose, type Matrix } from '../math/matrix.ts';
import { stream } from '../math/rng.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import { convolution } from '../nn/convolution.ts';
import { dense } from '../nn/dense.ts';
import type { NetworkFacts, WeightShape } from '../nn/Initializer.ts';
import { partsOf } from '../nn/partsOf.ts';
import { windowOf } from '../nn/Window.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { residualNetworks } from './initializers/residualNetworks.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings } from './testing/randomSettings.ts';

/** The weights of a map as it applies them: in standard scaling they are the drawn ones. */
function weightsOf(id: string, shape: WeightShape, seed = 1): Matrix {
  const initializer = initializers.get(id);
  const layer = dense({
    ...shape,
    parameterization: 'standard',
    initializer,
    initializerSettings: defaultSettings(initializer),
    weightVariance: 3,
    biasVariance: 0,
    bias: false,
  });
  return matrix(shape.fanIn, shape.fanOut, layer.draw(stream(seed))[0]!.values);
}

const singularValues = (a: Matrix): Float64Array =>
  eigenvalues(gram(a.rows < a.cols ? a : transpose(a))).map((value) =>
    Math.sqrt(Math.max(0, value)),
  );

const close = (found: Matrix, want: Matrix, bound = 1e-13): void => {
  expect([found.rows, found.cols]).toEqual([want.rows, want.cols]);
  found.data.forEach((value, at) => expect(Math.abs(value - want.data[at]!)).toBeLessThan(bound));
};

const part = (a: Matrix, rows: readonly number[], cols: readonly number[]): Matrix =>
  matrix(
    rows.length,
    cols.length,
    Float64Array.from(rows.flatMap((i) => cols.map((j) => a.data[i * a.cols + j]!))),
  );
const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from }, (_, k) => from + k);

describe('ZerO weights', () => {
  it('are partial identities where a layer does not widen', () => {
    close(weightsOf('zero', { fanIn: 5, fanOut: 5 }), identity(5), 1e-15);
    close(
      weightsOf('zero', { fanIn: 5, fanOut: 3, place: 'readout' }),
      part(identity(5), range(0, 5), range(0, 3)),
      1e-15,
    );
  });

  it('are a part of the Hadamard matrix where it does', () => {
    const weights = weightsOf('zero', { fanIn: 4, fanOut: 6, place: 'first' });
    const rows = [
      [1, 1, 1, 1, 1, 1],
      [1, -1, 1, -1, 1, -1],
      [1, 1, -1, -1, 1, 1],
      [1, -1, -1, 1, 1, -1],
    ];

    close(weights, scaled(matrix(4, 6, Float64Array.from(rows.flat())), Math.SQRT1_2 / 2));
  });

  it('keep lengths where a layer widens to a power of two, and nearly so elsewhere', () => {
    const six = singularValues(weightsOf('zero', { fanIn: 4, fanOut: 6 }));

    close(gram(weightsOf('zero', { fanIn: 784, fanOut: 1024 })), identity(784), 1e-12);
    expect(six[0]).toBeCloseTo(1, 12);
    expect(six.at(-1)).toBeCloseTo(Math.SQRT1_2, 12);
    const { data, cols } = weightsOf('zero', { fanIn: 5, fanOut: 32 });
    for (let i = 0; i < 5; i++)
      expect(
        data.subarray(i * cols, (i + 1) * cols).reduce((sum, w) => sum + w * w, 0),
      ).toBeCloseTo(1, 14);
  });

  it('have all the rank that their shape allows', () => {
    for (const [fanIn, fanOut] of [
      [30, 20],
      [20, 20],
      [20, 45],
    ] as const) {
      const values = singularValues(weightsOf('zero', { fanIn, fanOut }));

      expect(values).toHaveLength(20);
      expect(Math.min(...values)).toBeGreaterThan(0.7);
    }
  });

  it('are zero at the end of a branch alone, and the same from any stream', () => {
    const branch = { maps: 2, blocks: 3, alpha: 0.5, activatedFirst: false };
    const end = weightsOf('zero', { fanIn: 4, fanOut: 4, branch: { ...branch, map: 1 } });

    expect(end.data.every((w) => w === 0)).toBe(true);
    close(weightsOf('zero', { fanIn: 4, fanOut: 4, branch: { ...branch, map: 0 } }), identity(4));
    expect(weightsOf('zero', { fanIn: 7, fanOut: 9 }, 1)).toEqual(
      weightsOf('zero', { fanIn: 7, fanOut: 9 }, 2),
    );
  });
});

describe('looks-linear weights', () => {
  it('are [[M, −M], [−M, M]] with M orthogonal', () => {
    const w = weightsOf('looks-linear', { fanIn: 12, fanOut: 12 });
    const [first, second] = [range(0, 6), range(6, 12)];
    const m = part(w, first, first);

    close(gram(m), identity(6), 1e-12);
    close(part(w, first, second), scaled(m, -1), 1e-15);
    close(part(w, second, first), scaled(m, -1), 1e-15);
    close(part(w, second, second), m, 1e-15);
  });

  it('begin with an isometry into mirrored pairs, and end by reading their differences', () => {
    const first = weightsOf('looks-linear', { fanIn: 5, fanOut: 14, place: 'first' });
    close(gram(first), identity(5), 1e-12);
    close(
      part(first, range(0, 5), range(7, 14)),
      scaled(part(first, range(0, 5), range(0, 7)), -1),
    );

    const stream = { fanIn: 8, fanOut: 2, place: 'readout', ofStream: true } as const;
    close(gram(transpose(weightsOf('looks-linear', stream))), identity(2), 1e-12);
  });

  it('mirror the channels of each position by themselves', () => {
    const readout = { fanIn: 12, fanOut: 3, channels: 4, place: 'readout' } as const;
    const w = weightsOf('looks-linear', readout);

    for (const row of [0, 1, 4, 5, 8, 9])
      close(part(w, [row + 2], range(0, 3)), scaled(part(w, [row], range(0, 3)), -1));
  });
});

describe('isometric weights', () => {
  it('do not depend on the variance that a map asks for', () => {
    const branch = { map: 1, maps: 2, blocks: 2, alpha: 0.25, activatedFirst: false };
    const shape = { fanIn: 8, fanOut: 8, branch };
    const w = weightsOf('isometric', shape);
    const turned = part(w, range(0, 4), range(0, 4));
    const m = matrix(
      4,
      4,
      turned.data.map((value, at) => 0.25 * value + (at % 5 === 0 ? 1 : 0)),
    );

    close(gram(m), identity(4), 1e-12);
    close(weightsOf('isometric', { ...shape, branch: { ...branch, map: 0 } }), identity(8), 1e-15);
  });

  it('are finite where nothing of a branch is added', () => {
    const branch = { map: 0, maps: 1, blocks: 2, alpha: 0, activatedFirst: true };

    expect(weightsOf('isometric', { fanIn: 6, fanOut: 6, branch }).data.every((w) => w === 0)).toBe(
      true,
    );
  });
});

describe.each(['zero', 'looks-linear', 'isometric'])('%s weights of a convolution', (id) => {
  it.each(['tap', 'reshape', 'delta'] as const)('stand at the centre: %s', (arrangement) => {
    const window = windowOf({ rows: 3, columns: 3 }, 3, 'circular');
    const map = { fanIn: 4, fanOut: 6, place: 'first' } as const;
    const initializer = initializers.get(id);
    const options = {
      parameterization: 'standard',
      initializer,
      initializerSettings: {},
      weightVariance: 2,
      biasVariance: 0,
      bias: false,
    } as const;
    const [parameter] = convolution({ ...map, window, arrangement }, options).draw(stream(1));
    const all = matrix(36, 6, parameter!.values);

    close(part(all, range(16, 20), range(0, 6)), centreOf(id, map), 1e-14);
    expect(part(all, [...range(0, 16), ...range(20, 36)], range(0, 6)).data.some(Boolean)).toBe(
      false,
    );
  });
});

/** What a dense map of these channels draws from the same stream. */
function centreOf(id: string, shape: WeightShape): Matrix {
  const initializer = initializers.get(id);
  // A convolution is the second of two layers, after its patches.
  const unit = initializer.unit(stream(1).fork('1').fork('W'), shape, {});
  return matrix(
    shape.fanIn,
    shape.fanOut,
    unit.map((value) => value / Math.sqrt(shape.fanIn)),
  );
}

describe('zero branches', () => {
  const branch = { maps: 2, blocks: 9, alpha: 1, activatedFirst: false };
  const inner = { fanIn: 50, fanOut: 50 };

  it.each(['fixup', 'skipinit'])('of %s are zero in their last map alone', (id) => {
    const { startsAtZero, unit } = initializers.get(id);
    for (const map of [0, 1]) {
      const shape = { ...inner, branch: { ...branch, map } };

      expect(startsAtZero!(shape, {})).toBe(map === 1);
      expect(unit(stream(1), shape, {}).some((w) => w !== 0)).toBe(map === 0);
    }
  });

  it('have weights times L^{−1/(2m−2)} within, and a silent readout, by Fixup', () => {
    const { gain, startsAtZero, unit } = initializers.get('fixup');
    const readout: WeightShape = { ...inner, place: 'readout' };

    expect(gain(inner, 7, {})).toBe(2);
    expect(gain({ ...inner, branch: { ...branch, map: 0 } }, 7, {})).toBeCloseTo(2 / 9, 14);
    const three = { ...branch, maps: 3, map: 1 };
    expect(gain({ ...inner, branch: three }, 7, {})).toBeCloseTo(2 / 3, 14);
    expect(startsAtZero!(readout, {})).toBe(true);
    expect(unit(stream(1), readout, {}).every((w) => w === 0)).toBe(true);
  });
});

describe('what schemes refuse', () => {
  const facts = (architecture: string, activation: string, width = 8): NetworkFacts => ({
    architecture,
    nonlinearity: { activation: activations.get(activation), settings: {} },
    width,
    maps: [{ fanIn: 3, fanOut: width }],
  });
  const told = (id: string, network: NetworkFacts): string | undefined =>
    initializers.get(id).refusal?.(network, {});

  it('names the architectures that have residual blocks', () => {
    const withBlocks = architectures.list.filter((architecture) => {
      const blocks = new Set<number>();
      const dimensions = { inputs: 4, outputs: 1 };
      const parts = partsOf(
        {
          activation: activationLayer(activations.get('relu'), {}),
          parameterization: 'ntk',
          initializer: {
            ...initializers.get('gaussian'),
            gain: ({ branch }) => {
              if (branch) blocks.add(branch.blocks);
              return 1;
            },
          },
          initializerSettings: {},
          weightVariance: 1,
          biasVariance: 0,
          bias: false,
        },
        dimensions,
      );
      architecture.build(defaultSettings(architecture), parts);
      return blocks.size > 0;
    });

    expect(residualNetworks.toSorted()).toEqual(withBlocks.map(({ id }) => id).toSorted());
  });

  it.each(['fixup', 'skipinit', 'isometric'])('%s wants residual blocks', (id) => {
    for (const { id: net } of architectures.list)
      if (residualNetworks.includes(net)) expect(told(id, facts(net, 'relu'))).toBeUndefined();
      else
        expect(told(id, facts(net, 'relu'))).toMatch(
          new RegExp(`architecture ${net} .*choose .*\\.$`),
        );
  });

  it.each([
    ['looks-linear', 'fc'],
    ['isometric', 'tirer'],
  ])('%s wants ReLU and an even width', (id, net) => {
    expect(told(id, facts(net, 'relu'))).toBeUndefined();
    expect(told(id, facts(net, 'tanh'))).toMatch(/the activation is tanh: choose ReLU.*\.$/);
    expect(told(id, facts(net, 'relu', 7))).toMatch(/the width 7 is odd: choose .*8\.$/);
  });

  it('looks-linear wants an activation', () => {
    expect(told('looks-linear', facts('linear2', 'relu'))).toMatch(
      /has no activation: choose.*\.$/,
    );
  });
});
