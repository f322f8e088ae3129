import { describe, expect, it } from 'vitest';
import { matrix, type Matrix } from '../../math/matrix.ts';
import { kernelDrift } from '../../nn/dynamics/kernelDrift.ts';
import { asMatrix } from '../../nn/matrixOps.ts';
import type { Settings } from '../../nn/Settings.ts';
import { trace } from '../../nn/trace.ts';
import { fullNtk64 } from '../testing/jacobian.ts';
import { armOf, drawn, inputs } from '../testing/networkOfArm.ts';
import { hierarchyResult } from './hierarchyResult.ts';

function resultOf(values: Settings, n: number, k = 1) {
  const x = inputs(n, 6);
  const y = matrix(
    n,
    k,
    Float64Array.from({ length: n * k }, (_, p) => (p % 2 ? 1 : -1)),
  );
  const samples = { x, y, xTest: x, yTest: y, order: '', standardization: '' };
  const network = drawn(values, { inputs: 6, outputs: k });
  const result = hierarchyResult(
    { samples, form: k > 1 ? 'full' : 'mean' },
    { arm: armOf(values), layer: network.layer },
    { ref: { arm: 'A', seed: 0 }, parameters: network.parameters },
  );
  return { result, network, x, y };
}

const small = { 'net.width': 8, 'net.depth': 2, act: 'tanh' };

describe('what the hierarchy says of the first move', () => {
  it('is a rate by the loss of the arm: twice that of half the loss', () => {
    const rate = (loss: string): number => resultOf({ ...small, loss }, 5).result.rate!;

    expect(rate('mse-mean') / rate('mse')).toBeCloseTo(2, 6);
    expect(rate('mse-sum') / rate('mse')).toBeCloseTo(5, 6);
  });

  it('with an output scale α is that of the plain network whose loss pulls with 1/α', () => {
    const { layer, parameters } = drawn(small, { inputs: 6, outputs: 1 });
    const { result, x, y } = resultOf({ ...small, outscale: 10 }, 5);
    const expected = kernelDrift({
      steps: trace(layer, 6),
      parameters: parameters.map(asMatrix),
      x,
      slope: (f) =>
        matrix(
          5,
          1,
          f.data.map((value, i) => (10 * value - y.data[i]!) / (5 * 10)),
        ),
      full: false,
    });

    expect(result.rate! / expected).toBeCloseTo(1, 6);
  });

  it('is not promised of mirrored networks, whose copies move against each other', () => {
    const plain = resultOf(small, 5).result.rate!;
    const { result, network, x, y } = resultOf({ ...small, mirror: true }, 5);
    const drift = kernelDrift({
      steps: trace(network.layer, 6),
      parameters: network.parameters.map(asMatrix),
      x,
      slope: (f) =>
        matrix(
          5,
          1,
          f.data.map((value, i) => (value - y.data[i]!) / 5),
        ),
      full: false,
    });

    expect(drift).toBeLessThan(1e-6 * plain);
    expect(result.rate).toBeUndefined();
    expect(result.unknown).toContain('cancel');
  });

  it('says why there is none', () => {
    expect(resultOf({ ...small, act: 'relu' }, 5).result.unknown).toContain('no derivative');
    const wide = resultOf({ ...small, 'net.width': 1024 }, 12).result;
    expect(wide.rate).toBeUndefined();
    expect(wide.unknown).toMatch(/12 samples and \d+ weights takes \d+ million/);
  });

  it('is none where a kernel of one weight matrix cannot move', () => {
    // f is linear in the only array that trains.
    const { result, network, x } = resultOf({ ...small, 'net.train': 'readout' }, 4);
    const theta: Matrix = fullNtk64(network.layer, network.parameters, x);

    expect(theta.data.some((value) => value > 0)).toBe(true);
    expect(result.rate).toBeLessThan(1e-9);
  });
});
