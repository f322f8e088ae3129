import { describe, expect, it } from 'vitest';
import { gaussHermite } from '../math/gaussHermite.ts';
import { fromRows, type Matrix } from '../math/matrix.ts';
import type { Activation, Covariance } from '../nn/Activation.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import golden from '../nn/golden.json';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import { partsOf } from '../nn/partsOf.ts';
import { plainOps } from '../nn/plainOps.ts';
import type { Settings } from '../nn/Settings.ts';
import { pairMean } from '../nn/testing/pairMean.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings } from './testing/randomSettings.ts';

type Network = (typeof golden.networks)[number];

/** JSON's settings differ from entry to entry, which its type shows as keys that may be missing. */
const settingsOf = ({ slope }: { readonly slope?: number }): Settings =>
  slope === undefined ? {} : { slope };

const x = fromRows(golden.x);

/** The kernels of a golden network, through everything that a real one passes through. */
const kernelsOf = (entry: Network, activation: Activation): readonly Matrix[] => {
  const layer = architectures.get('fc').build(
    defaultSettings(architectures.get('fc'), { width: 8, depth: entry.hidden }),
    partsOf(
      {
        activation: activationLayer(activation, settingsOf(entry.settings)),
        parameterization: 'ntk',
        initializer: initializers.get('gaussian'),
        initializerSettings: defaultSettings(initializers.get('gaussian')),
        weightVariance: entry.weightVariance,
        biasVariance: entry.biasVariance,
        bias: true,
      },
      { inputs: 4, outputs: 1 },
    ),
  );
  const { nngp, ntk } = infiniteKernel(layer, x, x);
  return [nngp, ntk];
};

/** The largest relative difference from the entries (1,1), (1,2), (2,2) of both kernels. */
const error = (kernels: readonly Matrix[], expected: readonly (readonly number[])[]): number =>
  Math.max(
    ...kernels.flatMap(({ data }, k) =>
      [0, 1, 3].map((at, p) => Math.abs(data[at]! / expected[k]![p]! - 1)),
    ),
  );

type Mean = (f: (x: number) => number, covariance: Covariance) => number;

/** tanh with a dual by the given quadrature, so that networks take it in place of the series. */
const tanhBy = (mean: Mean): Activation => {
  const tanh = activations.get('tanh');
  return {
    ...tanh,
    dual: (covariance) => ({
      value: mean((u) => tanh.f(plainOps, u, {}), covariance),
      slope: mean((u) => tanh.df(plainOps, u, {}), covariance),
    }),
  };
};

const gaussHermite64: Mean = (f, { k11, k12, k22 }) => {
  const { nodes, weights } = gaussHermite(64);
  const lean = k12 / Math.sqrt(k11);
  const spread = Math.sqrt(Math.max(0, k22 - lean * lean));
  let sum = 0;
  nodes.forEach((a, i) =>
    nodes.forEach((b, j) => {
      sum += weights[i]! * weights[j]! * f(Math.sqrt(k11) * a) * f(lean * a + spread * b);
    }),
  );
  return sum;
};

const tanhNetworks = golden.networks.filter(({ activation }) => activation === 'tanh');
const otherNetworks = golden.networks.filter(({ activation }) => activation !== 'tanh');
const title = '$activation $settings, $hidden hidden, σ_w² = $weightVariance, σ_b² = $biasVariance';

describe('infinite-width kernels, against values computed elsewhere', () => {
  it.each(otherNetworks)(`agree to 1e-8: ${title}`, (entry) => {
    const kernels = kernelsOf(entry, activations.get(entry.activation));

    expect(error(kernels, [entry.nngp, entry.ntk])).toBeLessThan(1e-8);
  });

  it.each(tanhNetworks)(`agree to 1e-8 by the same 64 nodes: ${title}`, (entry) => {
    const kernels = kernelsOf(entry, tanhBy(gaussHermite64));

    expect(error(kernels, [entry.nngp, entry.ntk])).toBeLessThan(1e-8);
  });

  // The 64 nodes are off by more than 1e-8 themselves, so the series is held against a finer rule.
  it.each(tanhNetworks)(`agree to 1e-10 with a fine quadrature: ${title}`, (entry) => {
    const fine = kernelsOf(
      entry,
      tanhBy((f, covariance) => pairMean(f, covariance)),
    );
    const kernels = kernelsOf(entry, activations.get('tanh'));

    expect(
      error(
        kernels,
        fine.map(({ data }) => [data[0]!, data[1]!, data[3]!]),
      ),
    ).toBeLessThan(1e-10);
    expect(error(kernels, [entry.nngp, entry.ntk])).toBeLessThan(5e-5);
  });

  it.each(golden.duals)('agree to 1e-8: the dual of $activation $settings', (entry) => {
    const byNodes = entry.activation === 'tanh';
    const activation = byNodes ? tanhBy(gaussHermite64) : activations.get(entry.activation);
    const { nngp, ntk } = activationLayer(activation, settingsOf(entry.settings)).kernel({
      nngp: fromRows([[entry.k12]]),
      ntk: fromRows([[1]]),
      rowVariance: Float64Array.of(entry.k11),
      columnVariance: Float64Array.of(entry.k22),
    });

    expect(Math.abs(nngp.data[0]! / entry.value - 1)).toBeLessThan(1e-8);
    // Relative, but for the step, whose slope is zero.
    const size = entry.slope === 0 ? 1 : Math.abs(entry.slope);
    expect(Math.abs(ntk.data[0]! - entry.slope)).toBeLessThan(1e-8 * size);
  });

  it('cover every activation', () => {
    const ids = new Set(golden.networks.map(({ activation }) => activation));

    expect([...ids].sort()).toEqual(activations.list.map(({ id }) => id).sort());
  });
});
