import { describe, expect, it } from 'vitest';
import type { Settings } from '../../nn/Settings.ts';
import { drawn } from '../testing/networkOfArm.ts';
import { programOf } from './programOf.ts';

const of = (settings: Settings) =>
  programOf(
    drawn({ 'net.width': 8, 'net.depth': 1, ...settings }, { inputs: 2, outputs: 1 }).layer,
    2,
  );

describe('the program of a network', () => {
  it('lists its operations in order, each with what it takes', () => {
    expect(
      of({ act: 'leaky' }).program.map(({ op, of: from, constants, map }) => [
        op,
        from,
        constants ?? map,
      ]),
    ).toEqual([
      ['input', [], undefined],
      ['affine', [0], 0],
      ['leakyRelu', [1], [0.1]],
      ['affine', [2], 1],
    ]);
  });

  it('has the factors σ_w/√fan-in and σ_b in NTK scaling', () => {
    const [first, second] = of({ sw2: 2, sb2: 0.25 }).layers;

    expect(first).toEqual({ weight_scale: 1, bias_scale: 0.5 });
    expect(second?.weight_scale).toBeCloseTo(0.5, 15);
  });

  it('has factors of 1 in standard scaling', () => {
    expect(of({ scaling: 'standard' }).layers).toEqual([
      { weight_scale: 1, bias_scale: 1 },
      { weight_scale: 1, bias_scale: 1 },
    ]);
  });

  it('knows that there is no bias', () => {
    const { layers, program } = of({ bias: false, sw2: 2 });

    expect(layers[0]).toEqual({ weight_scale: 1, bias_scale: null });
    expect(program[1]).toMatchObject({ trains: ['W'], bias_scale: null });
  });
});
