import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng.ts';
import type { KernelState } from '../KernelState.ts';
import type { Layer } from '../Layer.ts';
import { matrix, productTransposed } from '../../math/matrix.ts';
import { sphereFcNtk } from '../reference/sphereFcNtk.ts';
import { arc, axisPlane } from './arc.ts';
import { arcAngles } from './arcAngles.ts';
import { profile } from './profile.ts';
import { randomPlane } from './randomPlane.ts';
import { spikiness } from './spikiness.ts';

const angles = arcAngles(201);

/** A layer that is nothing but a kernel: entry by entry of the incoming NNGP. */
const kernelLayer = (kernel: (u: number) => number): Layer => ({
  shapes: [],
  draw: () => [],
  apply: (_ops, _next, x) => x,
  kernel: (state: KernelState) => ({
    ...state,
    ntk: matrix(state.nngp.rows, state.nngp.cols, state.nngp.data.map(kernel)),
  }),
});

describe('an arc', () => {
  it.each([
    ['of two axes', axisPlane(7)],
    ['of a random plane', randomPlane(stream(5), 7)],
  ] as const)('%s has inputs of mean square one whose products are cosines', (_name, plane) => {
    const x = arc(plane, angles);
    const products = productTransposed(x, x);

    expect([x.rows, x.cols]).toEqual([201, 7]);
    products.data.forEach((value, p) => {
      const between = angles[Math.floor(p / 201)]! - angles[p % 201]!;
      expect(value / 7).toBeCloseTo(Math.cos(between), 13);
    });
  });

  it('of a random plane follows its stream', () => {
    expect(randomPlane(stream(1), 3)).toEqual(randomPlane(stream(1), 3));
    expect(randomPlane(stream(1), 3)).not.toEqual(randomPlane(stream(2), 3));
  });

  it('takes two dimensions', () => {
    expect(() => axisPlane(1)).toThrow('dimension 1');
    expect(() => randomPlane(stream(1), 1)).toThrow('dimension 1');
  });

  it('is drawn at angles from 0 to π, close together near 0', () => {
    expect([angles[0], angles.at(-1)]).toEqual([0, expect.closeTo(Math.PI, 14)]);
    const steps = angles.slice(1).map((angle, i) => angle - angles[i]!);
    steps.slice(1).forEach((step, i) => expect(step).toBeGreaterThan(steps[i]!));
    expect(steps[0]! / (Math.PI ** 3 / (8 * 200 ** 2))).toBeCloseTo(1, 2);
  });
});

describe('a kernel profile', () => {
  it('is the kernel over its value at angle 0, in any plane', () => {
    const layer = kernelLayer((u) => 3 * sphereFcNtk(u, 4));
    for (const plane of [axisPlane(2), axisPlane(9), randomPlane(stream(3), 9)]) {
      const { nngp, ntk } = profile(layer, plane, angles);

      angles.forEach((angle, i) => {
        expect(nngp[i]).toBeCloseTo(Math.cos(angle), 13);
        expect(ntk[i]).toBeCloseTo(sphereFcNtk(Math.cos(angle), 4), 7);
      });
    }
  });
});

describe('the spikiness of a kernel', () => {
  const of = (kernel: (angle: number) => number) => spikiness(angles, angles.map(kernel));

  it('is 1 for the linear kernel: half of the fall is done at a right angle', () => {
    expect(of(Math.cos).spikiness).toBeCloseTo(1, 4);
    expect(of(Math.cos).halfAngle).toBeCloseTo(Math.PI / 2, 4);
  });

  it('is the inverse width of a spike, whatever is added or multiplied', () => {
    const spike = (width: number) => (angle: number) => Math.exp(-angle / width);

    expect(of(spike(0.05)).halfAngle).toBeCloseTo(0.05 * Math.LN2, 4);
    expect(of((angle) => 7 + 3 * spike(0.05)(angle)).halfAngle).toBeCloseTo(
      of(spike(0.05)).halfAngle,
      12,
    );
    expect(of(spike(0.05)).spikiness / of(spike(0.1)).spikiness).toBeCloseTo(2, 2);
  });

  it('grows with the depth of a fully connected network', () => {
    const found = [1, 3, 10, 50].map((hidden) =>
      of((angle) => sphereFcNtk(Math.cos(angle), hidden)),
    );

    found.slice(1).forEach(({ spikiness: value }, i) => {
      expect(value).toBeGreaterThan(found[i]!.spikiness);
    });
  });

  it('is 0 for a constant, which never falls', () => {
    expect(of(() => 2)).toEqual({ halfAngle: NaN, spikiness: 0 });
  });
});
