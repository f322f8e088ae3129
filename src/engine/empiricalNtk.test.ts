import { beforeAll, describe, expect, it } from 'vitest';
import { activations } from '../catalog/activations/index.ts';
import { initializers } from '../catalog/initializers/index.ts';
import { eigenvalues } from '../math/eigh.ts';
import { matrix, transpose, type Matrix } from '../math/matrix.ts';
import { startBackend } from './backend/startBackend.ts';
import { EngineFailure } from './EngineFailure.ts';
import { outputsAtOnce } from './outputsAtOnce.ts';
import { fullNtk64, jacobian, meanOfBlocks, outputs64 } from './testing/jacobian.ts';
import { drawn, inputs } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';

const d = 3;
const x = inputs(5, d);
const small = { 'net.width': 6, 'net.depth': 2 };

describe('the float64 oracle', () => {
  it.each(activations.list.map(({ id }) => id))('agrees with finite differences for %s', (act) => {
    const { layer, parameters } = drawn({ ...small, act }, { inputs: d, outputs: 2 });
    const exact = jacobian(layer, parameters, x);
    const h = 1e-6;
    let column = 0;
    let worst = 0;
    parameters.forEach((parameter, place) => {
      parameter.values.forEach((value, entry) => {
        const at = (shift: number): Matrix => {
          const values = parameter.values.slice();
          values[entry] = value + shift;
          const moved = parameters.map((other, p) => (p === place ? { ...other, values } : other));
          // n×K to rows k·n + i.
          return transpose(outputs64(layer, moved, x));
        };
        const [above, below] = [at(h), at(-h)];
        above.data.forEach((f, row) => {
          const slope = (f - below.data[row]!) / (2 * h);
          worst = Math.max(worst, Math.abs(slope - exact.data[row * exact.cols + column]!));
        });
        column++;
      });
    });

    expect(worst).toBeLessThan(1e-8);
  });
});

describe.each(['wasm', 'cpu'] as const)('the empirical NTK on %s', (backend) => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, backend);
  });

  describe.each(activations.list.map(({ id }) => id))('of a network with %s', (act) => {
    it.each([
      ['ntk', true],
      ['ntk', false],
      ['standard', true],
      ['standard', false],
    ] as const)('is J·Jᵀ in %s scaling, biases %s', async (scaling, bias) => {
      for (const outputs of [1, 3]) {
        const network = drawn({ ...small, act, scaling, bias }, { inputs: d, outputs });
        const full = fullNtk64(network.layer, network.parameters, x);
        const mean = meanOfBlocks(full, outputs);

        expect(
          relativeError(await ntkOf(network, x, { outputs, form: 'full' }), full),
        ).toBeLessThan(1e-5);
        expect(
          relativeError(await ntkOf(network, x, { outputs, form: 'mean' }), mean),
        ).toBeLessThan(1e-5);
      }
    });
  });

  it.each(initializers.list.map(({ id }) => id))('is J·Jᵀ for %s weights', async (init) => {
    const network = drawn({ ...small, init }, { inputs: d, outputs: 2 });
    const full = fullNtk64(network.layer, network.parameters, x);

    expect(relativeError(await ntkOf(network, x, { outputs: 2, form: 'full' }), full)).toBeLessThan(
      1e-5,
    );
  });

  it('keeps its digits where tanh is nearly linear', async () => {
    const values = { ...small, act: 'tanh', sw2: 1e-3, bias: false };
    const network = drawn(values, { inputs: d, outputs: 1 });
    const full = fullNtk64(network.layer, network.parameters, x);

    expect(relativeError(await ntkOf(network, x, { outputs: 1, form: 'mean' }), full)).toBeLessThan(
      1e-6,
    );
  });

  it('is zero, not undefined, where all weights are', async () => {
    const values = { ...small, act: 'relu', init: 'constant', 'init.c': 0, bias: false };
    const theta = await ntkOf(drawn(values, { inputs: d, outputs: 1 }), x, {
      outputs: 1,
      form: 'mean',
    });

    expect(theta.data.every((value) => value === 0)).toBe(true);
  });

  it('is symmetric to the last bit and positive semidefinite', async () => {
    const network = drawn({ ...small, act: 'relu' }, { inputs: d, outputs: 3 });
    const theta = await ntkOf(network, x, { outputs: 3, form: 'full' });
    const values = eigenvalues(theta);

    expect(transpose(theta).data).toEqual(theta.data);
    expect(values.at(-1)!).toBeGreaterThan(-1e-6 * values[0]!);
  });

  it.each([
    ['mean', 1],
    ['mean', 3],
    ['full', 3],
  ] as const)(
    'against the first rows only is a part of the %s one, K = %i',
    async (form, outputs) => {
      const [n, columns] = [x.rows, 2];
      const network = drawn({ ...small, act: 'erf' }, { inputs: d, outputs });
      const square = await ntkOf(network, x, { outputs, form });
      const part = await ntkOf(network, x, { outputs, form, columns });
      const blocks = form === 'full' ? outputs : 1;
      const want = matrix(blocks * n, blocks * columns);
      want.data.forEach((_, at) => {
        const [row, column] = [Math.floor(at / want.cols), at % want.cols];
        const from = Math.floor(column / columns) * n + (column % columns);
        want.data[at] = square.data[row * square.cols + from]!;
      });

      expect([part.rows, part.cols]).toEqual([want.rows, want.cols]);
      expect(relativeError(part, want)).toBeLessThan(1e-6);
      // The rows that meet themselves are symmetric to the last bit here, too.
      if (form === 'mean') expect(part.data[1]).toBe(part.data[columns]);
    },
  );

  it('of one sample is the squared norm of its gradient', async () => {
    const network = drawn({ ...small, act: 'tanh' }, { inputs: d, outputs: 1 });
    const one = inputs(1, d);
    const theta = await ntkOf(network, one, { outputs: 1, form: 'mean' });
    const gradient = jacobian(network.layer, network.parameters, one);
    const norm = gradient.data.reduce((sum, slope) => sum + slope * slope, 0);

    expect(theta.data[0]! / norm).toBeCloseTo(1, 5);
  });

  it('names values that float32 cannot hold instead of returning them', async () => {
    const values = { act: 'relu', init: 'constant', 'init.c': 10, scaling: 'standard' };
    const network = drawn(
      { ...values, 'net.width': 64, 'net.depth': 20 },
      { inputs: d, outputs: 1 },
    );
    const failure = await ntkOf(network, x, { outputs: 1, form: 'mean' }).catch(
      (error: unknown) => error,
    );

    expect(failure).toBeInstanceOf(EngineFailure);
    expect(failure).toMatchObject({ failure: { kind: 'diverged' } });
  });
});

describe('the empirical NTK', () => {
  beforeAll(async () => {
    await startBackend(nodeEnvironment, 'wasm');
  });

  it('is the same on wasm and cpu', async () => {
    const network = drawn(
      { 'net.width': 48, 'net.depth': 4, act: 'tanh', init: 'orthogonal' },
      { inputs: 12, outputs: 3 },
    );
    const many = inputs(20, 12);
    const onWasm = await ntkOf(network, many, { outputs: 3, form: 'full' });
    await startBackend(nodeEnvironment, 'cpu');
    const onCpu = await ntkOf(network, many, { outputs: 3, form: 'full' });
    await startBackend(nodeEnvironment, 'wasm');

    expect(relativeError(onWasm, onCpu)).toBeLessThan(1e-6);
    expect(relativeError(onWasm, onCpu)).toBeGreaterThan(0);
  });

  it('is the same number every time', async () => {
    const network = drawn({ 'net.width': 64, act: 'tanh' }, { inputs: 12, outputs: 1 });
    const many = inputs(20, 12);
    const once = await ntkOf(network, many, { outputs: 1, form: 'mean' });
    const again = await ntkOf(network, many, { outputs: 1, form: 'mean' });

    expect(again.data).toEqual(once.data);
  });

  it('takes outputs in groups where all at once would be too much, with the same result', async () => {
    const outputs = 4;
    const many = inputs(600, 2);
    // 600 rows of 4 outputs at width 8192 are 19.7 million numbers.
    expect(outputsAtOnce({ outputs, form: 'mean' }, many.rows, 8192)).toBe(3);
    const network = drawn(
      { 'net.width': 8192, 'net.depth': 1, act: 'linear', bias: false },
      { inputs: 2, outputs },
    );
    const theta = await ntkOf(network, many, { outputs, form: 'mean', columns: 1 });
    const few = await ntkOf(network, inputs(3, 2), { outputs, form: 'mean', columns: 1 });

    expect(Array.from(theta.data.subarray(0, 3))).toEqual(
      Array.from(few.data, (value) => expect.closeTo(value, 4) as number),
    );
  });

  it('of a network 200 layers deep is finite and leaves nothing behind', async () => {
    const network = drawn(
      { 'net.width': 32, 'net.depth': 200, act: 'relu', sw2: 2, sb2: 0 },
      { inputs: d, outputs: 1 },
    );
    const theta = await ntkOf(network, x, { outputs: 1, form: 'mean' });

    expect(theta.data.every(Number.isFinite)).toBe(true);
    expect(theta.data[0]).toBeGreaterThan(0);
  });

  it('throws on a network with nothing to train', async () => {
    const nothing = {
      layer: {
        ...drawn({}, { inputs: d, outputs: 1 }).layer,
        apply: <T>(_: unknown, __: unknown, value: T) => value,
      },
      parameters: [],
    };

    await expect(ntkOf(nothing, x, { outputs: d, form: 'mean' })).rejects.toThrow('affine');
  });
});
