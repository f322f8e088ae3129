import { describe, expect, it } from 'vitest';
import { erf } from '../../math/erf.ts';
import { shaders } from './shaders.ts';

/**
 * Runs a shader's body in float64: written with `let`, it is JavaScript as well. The rounding of a device is left to the
 * self-test; this is the approximation itself.
 */
function interpreted(body: string): (x: number) => number {
  const { abs, exp, sign } = Math;
  const f: unknown = Reflect.construct(Function, ['x', 'abs', 'exp', 'sign', body]);
  return (x) => (f as (...values: unknown[]) => number)(x, abs, exp, sign);
}

describe.each([
  ['Tanh', Math.tanh],
  ['Erf', erf],
] as const)('the shader for %s', (kernel, exact) => {
  it('is within 5e-7 of its value everywhere', () => {
    const f = interpreted(shaders[kernel]('let'));
    const sizes = Array.from({ length: 5000 }, (_, i) => 10 ** (-8 + (10 * i) / 5000));
    const errors = sizes.flatMap((x) => [x, -x]).map((x) => Math.abs(f(x) / exact(x) - 1));

    expect(Math.max(...errors)).toBeLessThan(5e-7);
    expect(f(0)).toBe(0);
    expect([f(Infinity), f(-Infinity)]).toEqual([1, -1]);
  });

  it('declares every value in the language asked for', () => {
    expect(shaders[kernel]('float')).toBe(shaders[kernel]('let').replaceAll('let ', 'float '));
  });
});
