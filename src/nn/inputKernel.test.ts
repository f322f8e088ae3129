import { describe, expect, it } from 'vitest';
import { matrix } from '../math/matrix.ts';
import { normals, stream } from '../math/rng.ts';
import { inputKernel } from './inputKernel.ts';
import { ofSameInputs } from './KernelState.ts';

const x = matrix(5, 3, normals(stream(1).fork('x'), 15));
const z = matrix(2, 3, normals(stream(1).fork('z'), 6));

describe('the kernel of inputs', () => {
  it('is x·x′/d, with an NTK of zero', () => {
    const { nngp, ntk, rowVariance, columnVariance } = inputKernel(x, z);

    expect([nngp.rows, nngp.cols]).toEqual([5, 2]);
    for (let i = 0; i < 5; i++) {
      for (let j = 0; j < 2; j++) {
        let sum = 0;
        for (let k = 0; k < 3; k++) sum += (x.data[3 * i + k]! * z.data[3 * j + k]!) / 3;
        expect(nngp.data[2 * i + j]).toBeCloseTo(sum, 14);
      }
    }
    expect(ntk.data.every((value) => value === 0)).toBe(true);
    expect(rowVariance).toHaveLength(5);
    expect(columnVariance[1]).toBeCloseTo(
      (z.data[3]! ** 2 + z.data[4]! ** 2 + z.data[5]! ** 2) / 3,
      14,
    );
  });

  it('of one set with itself has the variances on its diagonal, to the last bit', () => {
    const state = inputKernel(x, x);

    expect(ofSameInputs(state)).toBe(true);
    expect(ofSameInputs(inputKernel(x, z))).toBe(false);
    state.rowVariance.forEach((k, i) => expect(state.nngp.data[6 * i]).toBe(k));
  });
});
