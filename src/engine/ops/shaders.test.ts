import { describe, expect, it } from 'vitest';
import { erf } from '../../math/erf.ts';
import { plainOps } from '../../nn/plainOps.ts';
import { shaders } from './shaders.ts';

/**
 * Runs a shader's body in float64: written with `let`, it is JavaScript as well. The rounding of a device is left to the
 * self-test; this is the approximation itself.
 */
function interpreted(body: string): (x: number) => number {
  const { abs, exp, floor, max, sign } = Math;
  const known = { abs, exp, floor, max, sign };
  const f: unknown = Reflect.construct(Function, ['x', ...Object.keys(known), body]);
  return (x) => (f as (...values: unknown[]) => number)(x, ...Object.values(known));
}

/** Both signs, from 1e-8 to 100. */
const points = Array.from({ length: 5000 }, (_, i) => 10 ** (-8 + (10 * i) / 5000)).flatMap((x) => [
  x,
  -x,
]);

/** Errors relative to the value, which for a wave is at least 1e-3: to nearer zeros its argument itself is not known. */
const cases = [
  ['Tanh', Math.tanh, 0],
  ['Erf', erf, 0],
  ['Expm1', Math.expm1, 0],
  ['Softplus', (x: number) => plainOps.softplus(x), 0],
  ['Sin', Math.sin, 1e-3],
  ['Cos', Math.cos, 1e-3],
] as const;

describe.each(cases)('the shader for %s', (kernel, exact, least) => {
  it('is within 5e-7 of its value everywhere', () => {
    const f = interpreted(shaders[kernel]('let'));
    const errors = points.map((x) => {
      const want = exact(x);
      const size = Math.abs(x) < 1 ? Math.abs(want) : Math.max(Math.abs(want), least);
      return Math.abs(f(x) - want) / size;
    });

    expect(Math.max(...errors)).toBeLessThan(5e-7);
    expect(f(0)).toBeCloseTo(exact(0), 8);
  });

  it('declares every value in the language asked for', () => {
    expect(shaders[kernel]('float')).toBe(shaders[kernel]('let').replaceAll('let ', 'float '));
  });
});

describe('the shaders of tanh and erf', () => {
  it.each(['Tanh', 'Erf'] as const)('%s: 0 at 0, ±1 at the ends', (kernel) => {
    const f = interpreted(shaders[kernel]('let'));

    expect(f(0)).toBe(0);
    expect([f(Infinity), f(-Infinity)]).toEqual([1, -1]);
  });
});

it('the shader of expm1 is −1 at −∞, and that of softplus 0', () => {
  expect(interpreted(shaders.Expm1('let'))(-Infinity)).toBe(-1);
  expect(interpreted(shaders.Softplus('let'))(-Infinity)).toBe(0);
});
