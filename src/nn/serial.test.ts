import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { stream } from '../math/rng.ts';
import { inputKernel } from './inputKernel.ts';
import type { Layer } from './Layer.ts';
import { plainOps } from './plainOps.ts';
import { serial } from './serial.ts';

/** x ↦ factor·x with one parameter that is only drawn. */
const scaling = (factor: number): Layer => ({
  shapes: [{ role: 'W', shape: [1] }],
  draw: (source) => [{ role: 'W', shape: [1], values: Float64Array.of(source.normal()) }],
  apply: (ops, next, x) => ops.add(ops.scale(x, factor), ops.scale(next(), 0)),
  kernel: (state) => ({
    ...state,
    ntk: matrix(1, 1, Float64Array.of(state.ntk.data[0]! * factor + 1)),
  }),
});

describe('layers in series', () => {
  const net = serial(scaling(2), scaling(5), scaling(-1));

  it('apply one after another and take their parameters in order', () => {
    const taken: number[] = [];
    const next = (): number => taken.push(0);

    expect(net.apply(plainOps, next, 3)).toBe(-30);
    expect(taken).toHaveLength(3);
  });

  it('pass kernels on in the same order', () => {
    const one = matrix(1, 1, Float64Array.of(1));

    expect(net.kernel(inputKernel(one, one)).ntk.data[0]).toBe(-(5 * 1 + 1) + 1);
  });

  it('draw from streams of their own, whatever comes before and after', () => {
    const drawn = net.draw(stream(1)).map(({ values }) => values[0]);
    const shorter = serial(scaling(1), scaling(1))
      .draw(stream(1))
      .map(({ values }) => values[0]);

    expect(new Set(drawn).size).toBe(3);
    expect(drawn.slice(0, 2)).toEqual(shorter);
  });
});
