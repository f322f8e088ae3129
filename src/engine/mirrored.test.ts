import { beforeAll, describe, expect, it } from 'vitest';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import { mirrored } from '../nn/mirrored.ts';
import { trace as traceOf } from '../nn/trace.ts';
import { weightStream } from '../spec/layerOf.ts';
import { programOf } from './archive/programOf.ts';
import { startBackend } from './backend/startBackend.ts';
import { forward, upload } from './network.ts';
import { namedMaps } from './portrait/namedMaps.ts';
import { architectureCases } from './testing/architectureCases.ts';
import { fullNtk64 } from './testing/jacobian.ts';
import { drawn, inputs, type Drawn } from './testing/networkOfArm.ts';
import { nodeEnvironment } from './testing/nodeEnvironment.ts';
import { ntkOf, tensorOf } from './testing/onBackend.ts';
import { relativeError } from './testing/relativeError.ts';
import { trainer } from './training.ts';

const samples = 4;
const outputs = 2;

const pairOf = ({ layer }: Drawn): Drawn => {
  const pair = mirrored(layer);
  return { layer: pair, parameters: pair.draw(weightStream(1, 0)) };
};

beforeAll(async () => {
  await startBackend(nodeEnvironment, 'wasm');
});

describe.each(architectureCases)('the mirrored pair of $name', ({ values, inputs: d, grid }) => {
  const x = inputs(samples, d);
  const small = { 'net.width': 5, 'net.depth': 2, act: 'tanh', ...values };
  const plain = drawn(small, { inputs: d, outputs, grid });
  const pair = pairOf(plain);

  it('has the tangent kernel of the plain network, at finite width and in the limit', async () => {
    const options = { outputs, form: 'full' } as const;
    const theta = await ntkOf(pair, x, options);

    expect(relativeError(theta, await ntkOf(plain, x, options))).toBeLessThan(2e-6);
    expect(relativeError(theta, fullNtk64(pair.layer, pair.parameters, x))).toBeLessThan(5e-6);
    expect(infiniteKernel(pair.layer, x, x).ntk).toEqual(infiniteKernel(plain.layer, x, x).ntk);
  });

  it('starts at zero, and learns', async () => {
    const [rows, targets] = [tensorOf(x), tensorOf(inputs(samples, outputs))];
    const network = upload(pair.layer, pair.parameters);
    const before = forward(network, rows);
    const start = await before.data();
    before.dispose();
    const batch = { x: rows, xTest: rows, y: targets, dispose: () => undefined };
    const training = trainer(network, batch);
    await training.advance(30, 0.1, () => false);
    const { f } = await training.outputs();
    const weights = await Promise.all(training.network().weights.map((weight) => weight.data()));
    training.dispose();
    [rows, targets].forEach((tensor) => tensor.dispose());

    const y = inputs(samples, outputs);
    const loss = (of: ArrayLike<number>): number =>
      y.data.reduce((sum, value, at) => sum + (of[at]! - value) ** 2, 0);
    start.forEach((value) => expect(Math.abs(value)).toBeLessThan(1e-6));
    expect(loss(f.data)).toBeLessThan(0.9 * loss(start));
    // The copies part: what raises one output lowers the other.
    const half = weights.length / 2;
    expect(weights.slice(0, half)).not.toEqual(weights.slice(half));
  });
});

describe('what is told of a mirrored pair', () => {
  const plain = drawn({ 'net.width': 5, 'net.depth': 2 }, { inputs: 3, outputs: 1 });
  const { layer } = pairOf(plain);

  it('names the second copy apart from the first', () => {
    expect(namedMaps(layer, 3).map(({ label }) => label)).toEqual([
      'dense 1',
      'dense 2',
      'readout',
      'dense 1′',
      'dense 2′',
      'readout′',
    ]);
  });

  it('names recurrent maps so too', () => {
    const recurrent = drawn({ net: 'rnn', 'net.width': 4 }, { inputs: 4, outputs: 1 });

    expect(namedMaps(pairOf(recurrent).layer, 4).map(({ label }) => label)).toEqual([
      'input 1',
      'recurrent 1',
      'readout',
      'input 1′',
      'recurrent 1′',
      'readout′',
    ]);
  });

  it('is in its trace and its archived program: twice the maps, one difference', () => {
    const { program, layers } = programOf(layer, 3);

    expect(layers).toHaveLength(6);
    expect(program.filter(({ op }) => op === 'affine').map(({ map }) => map)).toEqual([
      0, 1, 2, 3, 4, 5,
    ]);
    expect(traceOf(layer, 3).slice(-2)).toMatchObject([
      { op: 'subtract' },
      { op: 'scale', constants: [Math.SQRT1_2] },
    ]);
  });
});
