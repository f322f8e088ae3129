import { describe, expect, it } from 'vitest';
import type { PosteriorResult } from '../spec/Result.ts';
import { posteriorWords } from './theoryWords.ts';

type Exists = Extract<PosteriorResult, { exists: true }>;

const posterior = (rest: Partial<Exists>): PosteriorResult => ({
  kind: 'posterior',
  arm: 'A',
  exists: true,
  of: 'ntk',
  mean: new Float64Array(),
  deviation: new Float64Array(),
  meanTest: new Float64Array(),
  deviationTest: new Float64Array(),
  jitter: 0,
  ...rest,
});

describe('the words of a posterior', () => {
  it('name the kernel, the time, the start and the jitter', () => {
    expect(posteriorWords(posterior({}), false)).toBe(
      'infinitely wide networks by Θ∞ trained without end, over starts f₀ ~ GP(0, NNGP)',
    );
    expect(posteriorWords(posterior({ step: 40 }), true)).toBe(
      'infinitely wide networks by Θ∞ after 40 steps, all start from zero (mirrored), so that they do not differ',
    );
    expect(posteriorWords(posterior({ of: 'nngp', jitter: 1e-13 }), true)).toBe(
      'regression without noise on the NNGP of one copy, 1×10⁻¹³ of the mean diagonal added to the kernel’s as jitter',
    );
  });

  it('are the reason where there is none', () => {
    const reason = 'There is no limit.';

    expect(
      posteriorWords({ kind: 'posterior', arm: 'A', exists: false, of: 'ntk', reason }, false),
    ).toBe(reason);
  });
});
