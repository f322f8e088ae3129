import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { activationLayer } from '../nn/activationLayer.ts';
import { infiniteKernel } from '../nn/infiniteKernel.ts';
import { partsOf } from '../nn/partsOf.ts';
import { sphereFcNtk } from '../nn/reference/sphereFcNtk.ts';
import { sphereResNtk } from '../nn/reference/sphereResNtk.ts';
import type { Settings } from '../nn/Settings.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings } from './testing/randomSettings.ts';

const angles = [0, 5, 10, 30, 60, 90, 120, 180].map((degrees) => (degrees * Math.PI) / 180);

/** The NTK of a bias-free ReLU network between (√2, 0) and points on the circle of radius √2, over its value at angle 0. */
function profile(
  id: string,
  settings: Settings,
  weightVariance: number,
  at = angles,
): readonly number[] {
  const architecture = architectures.get(id);
  const layer = architecture.build(
    defaultSettings(architecture, { width: 8, ...settings }),
    partsOf(
      {
        activation: activationLayer(activations.get('relu'), {}),
        parameterization: 'ntk',
        initializer: initializers.get('gaussian'),
        initializerSettings: defaultSettings(initializers.get('gaussian')),
        weightVariance,
        biasVariance: 0,
        bias: false,
      },
      { inputs: 2, outputs: 1 },
    ),
  );
  const points = [0, ...at].flatMap((angle) => [Math.cos(angle), Math.sin(angle)]);
  const x = matrix(
    at.length + 1,
    2,
    Float64Array.from(points, (value) => Math.SQRT2 * value),
  );
  const { ntk } = infiniteKernel(layer, x, x);
  return Array.from(at, (_, i) => ntk.data[i + 1]! / ntk.data[0]!);
}

const agree = (one: readonly number[], other: readonly number[], digits: number): void =>
  one.forEach((value, i) => expect(value).toBeCloseTo(other[i]!, digits));

describe('the residual network of Belfer et al.', () => {
  it.each([
    [1, 0.3],
    [2, 1],
    [10, 0.5],
    [50, 0.02],
  ])('with %d blocks and α = %d has the ResNTK of their recursion', (depth, alpha) => {
    const got = profile('resntk', { depth, 'alpha.by': 'value', alpha }, 2);

    agree(
      got,
      angles.map((angle) => sphereResNtk(Math.cos(angle), depth, alpha)),
      7,
    );
  });

  it('takes α = L^−γ', () => {
    const got = profile('resntk', { depth: 100, gamma: 0.5 }, 2, [Math.PI / 6]);

    expect(got[0]).toBeCloseTo(0.749, 3);
    expect(profile('resntk', { depth: 100, gamma: 1 }, 2, [Math.PI / 6])[0]).toBeCloseTo(0.801, 3);
    expect(profile('resntk', { depth: 100, gamma: 0 }, 2, [Math.PI / 6])[0]).toBeCloseTo(0.328, 3);
  });

  it('of one block is a fully connected network of one hidden layer, whatever α', () => {
    for (const alpha of [0.01, 1, 5])
      agree(
        profile('resntk', { depth: 1, 'alpha.by': 'value', alpha }, 2),
        angles.map((angle) => sphereFcNtk(Math.cos(angle), 1)),
        7,
      );
  });
});

// Depth 5, from the formulas of Tirer et al. (2021), computed elsewhere to three digits: kernel over its maximum.
describe('the residual network of Tirer et al.', () => {
  const places = [Math.PI / 6, Math.PI / 2, Math.PI];

  it.each([
    [0.1, [0.863, 0.008, -0.953]],
    [1, [0.747, 0.205, -0.028]],
  ])('with α = %d has their kernel', (alpha, expected) => {
    agree(profile('tirer', { depth: 5, 'alpha.by': 'value', alpha }, 1, places), expected, 3);
  });

  it('is smoother than the fully connected one', () => {
    agree(profile('fc', { depth: 5 }, 1, places), [0.634, 0.299, 0.238], 3);
  });
});

describe('the layers that train', () => {
  const at = [Math.PI / 3];

  it('share the kernel out among them', () => {
    // One hidden layer: Θ = K_1·κ̇ (first) + K_2 (readout), each half at angle 0.
    const [first] = profile('fc', { depth: 1, train: 'body' }, 2, at);
    const [last] = profile('fc', { depth: 1, train: 'readout' }, 2, at);
    const [all] = profile('fc', { depth: 1 }, 2, at);

    expect(first! + last!).toBeCloseTo(2 * all!, 12);
    expect(first).toBeCloseTo(0.5 * (2 / 3), 12);
    expect(last).not.toBeCloseTo(first!, 2);
  });
});
