import { describe, expect, it } from 'vitest';
import type { KernelResult } from '../spec/Result.ts';
import { keptKernels, type Place } from './keptKernels.ts';

/** A kernel that says it takes so much, without taking it. */
const kernel = (step: number, mebibytes: number): KernelResult => {
  const values = Object.defineProperty(new Float32Array(1), 'byteLength', {
    value: mebibytes * 2 ** 20,
  });
  return { kind: 'kernel', arm: 'A', seed: 0, step, size: 1, values };
};

const stepsKept = (steps: readonly number[], mebibytes: number, place: Place): readonly number[] =>
  steps
    .reduce<readonly KernelResult[]>(
      (kept, step) => keptKernels(kept, kernel(step, mebibytes), place),
      [],
    )
    .map(({ step }) => step);

const upTo = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, i) => i);

describe('the kernels that the page keeps', () => {
  it('are all of them at ordinary sizes', () => {
    const ordinary = 4 * 512 ** 2 * 2 ** -20;

    expect(stepsKept(upTo(24), ordinary, { arms: 4, seeds: 1, seed: 0 })).toEqual(upTo(24));
  });

  it('are spread over the run where there is no room for all, both ends included', () => {
    const kept = stepsKept(upTo(200), 4, { arms: 4, seeds: 1, seed: 0 });
    const gaps = kept.slice(1).map((step, i) => step - (kept[i] ?? 0));

    expect(kept).toHaveLength(16);
    expect(kept[0]).toBe(0);
    expect(kept.at(-1)).toBe(200);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(32);
  });

  it('are the start and the present of the first network, whatever they take', () => {
    expect(stepsKept(upTo(9), 1000, { arms: 1, seeds: 1, seed: 0 })).toEqual([0, 9]);
  });

  it('are fewer for each of many further networks', () => {
    expect(stepsKept(upTo(9), 1, { arms: 2, seeds: 17, seed: 1 })).toHaveLength(4);
    expect(stepsKept(upTo(9), 4, { arms: 2, seeds: 17, seed: 1 })).toEqual([9]);
    expect(stepsKept(upTo(9), 4, { arms: 4, seeds: 64, seed: 1 })).toEqual([]);
  });
});
