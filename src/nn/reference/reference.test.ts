import { describe, expect, it } from 'vitest';
import golden from './golden.json';
import { laplaceKernel } from './laplaceKernel.ts';
import { rbfKernel } from './rbfKernel.ts';
import { sphereFcNtk } from './sphereFcNtk.ts';
import { sphereResNtk } from './sphereResNtk.ts';

const thirtyDegrees = Math.cos(Math.PI / 6);
const cosines = Array.from({ length: 41 }, (_, k) => -1 + k / 20);

describe('reference kernels on the sphere', () => {
  it.each(golden.resNtk)(
    'ResNTK of %d blocks, α = %d, at %d, is as computed elsewhere',
    (L, alpha, u, value) => {
      expect(Math.abs(sphereResNtk(u, L, alpha) - value)).toBeLessThan(1e-8);
    },
  );

  it.each(golden.fcNtk)(
    'FC-NTK of %d hidden layers, at %d, is as computed elsewhere',
    (hidden, u, value) => {
      expect(Math.abs(sphereFcNtk(u, hidden) - value)).toBeLessThan(1e-8);
    },
  );

  it('are 1 at angle zero', () => {
    for (const blocks of [1, 7, 1000]) {
      for (const alpha of [0, 1 / blocks, 1, 3])
        expect(sphereResNtk(1, blocks, alpha)).toBeCloseTo(1, 12);
      expect(sphereFcNtk(1, blocks)).toBeCloseTo(1, 12);
    }
    expect(laplaceKernel(1, 3)).toBe(1);
    expect(rbfKernel(1, 0.3)).toBe(1);
  });

  it('ResNTK of one block is the FC-NTK of one hidden layer, whatever α', () => {
    for (const u of cosines)
      for (const alpha of [0.01, 1, 5])
        expect(sphereResNtk(u, 1, alpha)).toBeCloseTo(sphereFcNtk(u, 1), 14);
  });

  // Depth 100 at 30°, to the three digits of the values that were computed elsewhere.
  it('are spiky or not as depth and α say', () => {
    expect(sphereFcNtk(thirtyDegrees, 100)).toBeCloseTo(0.297, 3);
    expect(sphereResNtk(thirtyDegrees, 100, 1)).toBeCloseTo(0.328, 3);
    expect(sphereResNtk(thirtyDegrees, 100, 0.1)).toBeCloseTo(0.749, 3);
    expect(sphereResNtk(thirtyDegrees, 100, 0.01)).toBeCloseTo(0.801, 3);
  });

  it('Laplace and RBF fall with the distance of unit vectors', () => {
    for (const u of cosines) {
      const distance = Math.hypot(1 - u, Math.sqrt(Math.max(0, 1 - u * u)));
      expect(laplaceKernel(u, 0.7)).toBeCloseTo(Math.exp(-0.7 * distance), 13);
      expect(rbfKernel(u, 0.7)).toBeCloseTo(Math.exp(-(distance ** 2) / (2 * 0.49)), 13);
    }
  });
});
