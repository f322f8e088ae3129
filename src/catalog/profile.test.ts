import { describe, expect, it } from 'vitest';
import { activationLayer } from '../nn/activationLayer.ts';
import type { Layer } from '../nn/Layer.ts';
import { partsOf } from '../nn/partsOf.ts';
import { sphereFcNtk } from '../nn/reference/sphereFcNtk.ts';
import { axisPlane } from '../nn/sphere/arc.ts';
import { arcAngles } from '../nn/sphere/arcAngles.ts';
import { profile } from '../nn/sphere/profile.ts';
import { spikiness } from '../nn/sphere/spikiness.ts';
import { zonalEigenvalues } from '../nn/sphere/zonalEigenvalues.ts';
import { zonalRule } from '../nn/sphere/zonalRule.ts';
import { activations } from './activations/index.ts';
import { architectures } from './architectures/index.ts';
import { initializers } from './initializers/index.ts';
import { defaultSettings } from './testing/randomSettings.ts';

const networkOf = (id: string, depth: number, inputs: number): Layer =>
  architectures.get('fc').build(
    defaultSettings(architectures.get('fc'), { width: 8, depth }),
    partsOf(
      {
        activation: activationLayer(activations.get(id), defaultSettings(activations.get(id))),
        parameterization: 'ntk',
        initializer: initializers.get('gaussian'),
        initializerSettings: defaultSettings(initializers.get('gaussian')),
        weightVariance: 2,
        biasVariance: 0,
        bias: true,
      },
      { inputs, outputs: 1 },
    ),
  );

describe('the kernel of a real network on the sphere', () => {
  it('has the profile of the FC-NTK in closed form, at any depth', () => {
    const angles = arcAngles(61);
    for (const depth of [1, 6, 100]) {
      const { ntk } = profile(networkOf('relu', depth, 5), axisPlane(5), angles);

      angles.forEach((angle, i) =>
        expect(ntk[i]).toBeCloseTo(sphereFcNtk(Math.cos(angle), depth), 6),
      );
    }
  });

  it('of one hidden ReLU layer without bias has no odd frequencies but the first', () => {
    for (const d of [2, 3, 5]) {
      const { ntk } = profile(networkOf('relu', 1, d), axisPlane(d), zonalRule().nodes);
      const mu = zonalEigenvalues(ntk, d, 41);

      for (let k = 3; k <= 41; k += 2) expect(Math.abs(mu[k]!)).toBeLessThan(1e-12 * mu[0]!);
      expect(mu[1]).toBeGreaterThan(1e-3 * mu[0]!);
    }
  });

  it('of an even activation has no odd frequencies in its NNGP', () => {
    for (const id of ['abs', 'cos', 'gaussian']) {
      const { nngp } = profile(networkOf(id, 1, 3), axisPlane(3), zonalRule().nodes);
      const mu = zonalEigenvalues(nngp, 3, 21);

      for (let k = 1; k <= 21; k += 2) expect(Math.abs(mu[k]!)).toBeLessThan(1e-12 * mu[0]!);
    }
  });

  it('gets spikier with depth for ReLU, and not at all for a linear network', () => {
    const angles = arcAngles(201);
    const of = (id: string, depth: number): number =>
      spikiness(angles, profile(networkOf(id, depth, 4), axisPlane(4), angles).ntk).spikiness;

    expect(of('relu', 50)).toBeGreaterThan(3 * of('relu', 2));
    expect(of('linear', 50)).toBeCloseTo(1, 3);
  });
});
