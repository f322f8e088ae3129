import { describe, expect, it } from 'vitest';
import { stream } from '../../math/rng.ts';
import { dense } from '../../nn/dense.ts';
import type { LimitFacts } from '../../nn/Initializer.ts';
import { tanh } from '../activations/tanh.ts';
import { custom } from './custom.ts';

const shape = { fanIn: 50, fanOut: 80 };
const gainOf = (expr: string): number => custom.gain(shape, 1.7, { expr });

/** The effective weights, factor included, of both scalings. */
function weights(expr: string, parameterization: 'ntk' | 'standard'): readonly number[] {
  const layer = dense({
    ...shape,
    parameterization,
    initializer: custom,
    initializerSettings: { expr },
    weightVariance: 1.7,
    biasVariance: 0,
    bias: false,
  });
  const factor = parameterization === 'ntk' ? Math.sqrt(gainOf(expr) / shape.fanIn) : 1;
  return Array.from(layer.draw(stream(3))[0]!.values, (value) => factor * value);
}

const facts = (expr: string, inputConcentration = 1 / 256): LimitFacts => ({
  inputConcentration,
  linearActivation: false,
  inputs: Math.round(1 / inputConcentration),
  settings: { expr },
});

const refusal = (expr: string, maps = [shape]): string | undefined =>
  custom.refusal?.(
    { architecture: 'fc', nonlinearity: { activation: tanh, settings: {} }, maps },
    { expr },
  );

describe('weights by a formula', () => {
  it.each(['ntk', 'standard'] as const)('are its values in %s scaling', (parameterization) => {
    const normal = stream(3).fork('W');
    const expected = Array.from({ length: 4000 }, () => Math.sqrt(2 / 50) * normal.normal());
    const drawn = weights('sqrt(2/fanIn)*normal()', parameterization);

    expected.forEach((value, i) => expect(drawn[i]).toBeCloseTo(value, 14));
    expect(
      weights('fanIn/fanOut', parameterization).every((w) => Math.abs(w - 0.625) < 1e-15),
    ).toBe(true);
  });

  it('have the gain of one draw without error, whatever its factor', () => {
    expect(gainOf('sqrt(2/fanIn)*normal()')).toBeCloseTo(2, 12);
    expect(gainOf('sqrt(3*1.3/fanIn)*uniform()')).toBeCloseTo(1.3, 12);
    expect(gainOf('0.3')).toBeCloseTo(50 * 0.09, 12);
    expect(gainOf('0')).toBe(1);
  });

  it('have the gain of other laws as nearly as 4,096 draws tell', () => {
    // E (z₁z₂)² = 1 and E z⁴ = 3, with standard errors √8/64 and √96/64.
    expect(Math.abs(gainOf('normal()*normal()/sqrt(fanIn)') - 1)).toBeLessThan((4 * 8 ** 0.5) / 64);
    expect(Math.abs(gainOf('pow(normal(), 2)/sqrt(fanIn)') - 3)).toBeLessThan((4 * 96 ** 0.5) / 64);
  });

  it('are refused with the reason where the text has no meaning', () => {
    expect(refusal('sqrt(2/fanIn')).toMatch(/parenthesis at character 5/);
    expect(refusal('sqrt(2/fanIn)*normal()')).toBeUndefined();
  });

  it('are refused with the fans where a value is not finite', () => {
    const maps = [shape, { fanIn: 80, fanOut: 1 }];

    expect(refusal('normal()/(fanOut-1)', maps)).toMatch(
      /^The formula gives -?Infinity for fan-in 80 and fan-out 1\. Keep/,
    );
    expect(refusal('log(uniform())')).toMatch(/NaN for fan-in 50 and fan-out 80/);
    expect(refusal('exp(400)')).toMatch(/too large to square for fan-in 50/);
  });
});

describe('the limit of weights by a formula', () => {
  it('is that of weights that start from zero where it gives nothing else', () => {
    const zeroReadout = 'fanOut == 1 ? 0 : sqrt(2/fanIn)*normal()';

    expect(custom.startsAtZero?.({ fanIn: 80, fanOut: 1 }, { expr: zeroReadout })).toBe(true);
    expect(custom.startsAtZero?.(shape, { expr: zeroReadout })).toBe(false);
    expect(custom.limit(facts('0'))).toEqual({ exists: true });
  });

  it.each(['sqrt(2/fanIn)*normal()', 'sign(normal())/sqrt(fanIn)', 'sqrt(3/fanIn)*uniform()'])(
    'exists for %s, with its variance as measured',
    (expr) => {
      expect(custom.limit(facts(expr))).toMatchObject({
        exists: true,
        note: expect.stringContaining('measured over 4,096 draws') as string,
      });
    },
  );

  it('of one draw on few inputs is that of its law', () => {
    expect(custom.limit(facts('sqrt(2/fanIn)*normal()', 1 / 2)).exists).toBe(true);
    expect(custom.limit(facts('sqrt(3/fanIn)*uniform()', 1 / 2))).toMatchObject({
      exists: false,
      reason: expect.stringMatching(/dimension 2 .*−0\.6/) as string,
    });
  });

  it.each([
    ['sqrt(2/fanIn', /parenthesis/],
    ['0.1', /mean 0\.1/],
    ['abs(normal())/sqrt(fanIn)', /mean/],
    ['normal()', /mean square of 10[0-9]+\/fan-in at width 1024 and 4[0-9]+\/fan-in at width 4096/],
    ['normal()/normal()/sqrt(fanIn)', /heavy tails/],
  ])('does not exist for %s', (expr, reason) => {
    expect(custom.limit(facts(expr))).toMatchObject({
      exists: false,
      reason: expect.stringMatching(reason) as string,
    });
  });
});
