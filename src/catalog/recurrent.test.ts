import { describe, expect, it } from 'vitest';
import { fromRows, type Matrix } from '../math/matrix.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import { partsOf } from '../nn/partsOf.ts';
import type { Settings } from '../nn/Settings.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings } from './testing/randomSettings.ts';

const sw2 = 1.7;
const sb2 = 0.2;
const su2 = 0.9;
const sv2 = 1.3;
const steps = 5;

const kernelOf = (x: Matrix, settings: Settings): Matrix => {
  const architecture = architectures.get('rnn');
  const layer = architecture.build(
    defaultSettings(architecture, { width: 8, su2, sv2, ...settings }),
    partsOf(
      {
        activation: activationLayer(activations.get('erf'), {}),
        parameterization: 'ntk',
        initializer: initializers.get('gaussian'),
        initializerSettings: defaultSettings(initializers.get('gaussian')),
        weightVariance: sw2,
        biasVariance: sb2,
        bias: true,
      },
      { inputs: steps, outputs: 1 },
    ),
  );
  return infiniteKernel(layer, x, x).ntk;
};

interface Duals {
  readonly v: number;
  readonly dv: number;
}

/** E φφ and E φ'φ' for erf (Williams, 1996). */
function duals(k11: number, k12: number, k22: number): Duals {
  const d = (1 + 2 * k11) * (1 + 2 * k22) - 4 * k12 * k12;
  return { v: (2 / Math.PI) * Math.atan2(2 * k12, Math.sqrt(d)), dv: 4 / (Math.PI * Math.sqrt(d)) };
}

/**
 * The RNTK of a pair of sequences by the recursion of Alemohammad et al. (2021) on the pairs (t, t + lag), written for a pair of
 * numbers: variances come from each sequence's own recursion, and the first pair has no recurrent term.
 */
function rntk(
  one: readonly number[],
  other: readonly number[],
  layers: number,
  all: boolean,
  sh2 = 0,
): number {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  const lag = long.length - short.length;
  const start = one === other ? sw2 * sh2 : 0;
  const own = (x: readonly number[]): number[][] => {
    const sigma: number[][] = Array.from({ length: layers }, () => []);
    x.forEach((value, t) => {
      for (let l = 0; l < layers; l++) {
        const before = t > 0 ? sigma[l]![t - 1]! : undefined;
        const below = l > 0 ? sigma[l - 1]![t]! : undefined;
        sigma[l]!.push(
          (before === undefined ? sw2 * sh2 : sw2 * duals(before, before, before).v) +
            su2 * (below === undefined ? value * value : duals(below, below, below).v) +
            sb2,
        );
      }
    });
    return sigma;
  };
  const [a, b] = [own(short), own(long)];
  const cross: number[][] = Array.from({ length: layers }, () => []);
  const theta: number[][] = Array.from({ length: layers }, () => []);
  const dual = (l: number, t: number): Duals => duals(a[l]![t]!, cross[l]![t]!, b[l]![t + lag]!);
  short.forEach((value, t) => {
    for (let l = 0; l < layers; l++) {
      const before = t > 0 ? dual(l, t - 1) : undefined;
      const below = l > 0 ? dual(l - 1, t) : undefined;
      const sigma =
        (before ? sw2 * before.v : start) + su2 * (below ? below.v : value * long[t + lag]!) + sb2;
      cross[l]!.push(sigma);
      theta[l]!.push(
        sigma +
          (before ? sw2 * before.dv * theta[l]![t - 1]! : 0) +
          (below ? su2 * below.dv * theta[l - 1]![t]! : 0),
      );
    }
  });
  const readout = (t: number): number => {
    const { v, dv } = dual(layers - 1, t);
    return sv2 * (v + dv * theta[layers - 1]![t]!);
  };
  if (!all) return readout(short.length - 1);
  return short.reduce((sum, _, t) => sum + readout(t), 0) / steps;
}

const sequences = [
  [0.3, -1.2, 0.7, 2, -0.4],
  [1, 0.2, 0.1, -0.6, 0.9],
  [0.5, 0, -1.5],
  [1.1, 0.8],
];
const padded = fromRows(
  sequences.map((own) => [...Array.from({ length: steps - own.length }, () => 0), ...own]),
);

describe('the recurrent kernel', () => {
  it.each([
    [1, 'last'],
    [2, 'last'],
    [3, 'last'],
    [1, 'all'],
    [2, 'all'],
  ])('of %d layers and %s states is that of its recursion, lengths unequal', (depth, states) => {
    const ntk = kernelOf(padded, { depth, states });

    sequences.forEach((one, i) =>
      sequences.forEach((other, j) =>
        expect(ntk.data[4 * i + j]! / rntk(one, other, depth, states === 'all')).toBeCloseTo(1, 12),
      ),
    );
  });

  it('knows a random start of each sequence where a sequence meets itself, and nowhere else', () => {
    const ntk = kernelOf(padded, { depth: 2, sh2: 0.7 });

    sequences.forEach((one, i) =>
      sequences.forEach((other, j) =>
        expect(ntk.data[4 * i + j]! / rntk(one, other, 2, false, 0.7)).toBeCloseTo(1, 5),
      ),
    );
    expect(rntk(sequences[0]!, sequences[0]!, 2, false, 0.7)).toBeGreaterThan(
      1.01 * rntk(sequences[0]!, sequences[0]!, 2, false),
    );
  });

  it('does not see steps before a sequence begins', () => {
    const short = fromRows([[0, 0, 0, 1.1, 0.8]]);
    const alone = kernelOf(short, { depth: 2 });

    expect(kernelOf(padded, { depth: 2 }).data[15]).toBeCloseTo(alone.data[0]!, 14);
  });
});
