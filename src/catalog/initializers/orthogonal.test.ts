import { describe, expect, it } from 'vitest';
import {
  frobenius,
  gram,
  identity,
  matrix,
  product,
  scaled,
  subtract,
  trace,
  transpose,
} from '../../math/matrix.ts';
import { stream } from '../../math/rng.ts';
import { mean, standardError } from '../../math/summary.ts';
import { initializers } from './index.ts';

const orthogonal = initializers.get('orthogonal');

describe('orthogonal weights', () => {
  it.each([
    [120, 40],
    [40, 120],
    [70, 70],
    [1, 300],
    [300, 1],
  ])('are √max(in, out) times orthonormal columns or rows at %d×%d', (fanIn, fanOut) => {
    const shape = { fanIn, fanOut };
    const weights = matrix(fanIn, fanOut, orthogonal.unit(stream(5), shape, { gain: 3 }));
    const short = Math.min(fanIn, fanOut);
    const products = scaled(
      gram(fanIn >= fanOut ? transpose(weights) : weights),
      1 / Math.max(fanIn, fanOut),
    );

    expect(frobenius(subtract(products, identity(short)))).toBeLessThan(1e-12);
  });

  it('are g·σ_w times an orthogonal matrix where they are square', () => {
    const shape = { fanIn: 70, fanOut: 70 };
    const settings = { gain: 1.3 };
    const factor = Math.sqrt(orthogonal.gain(shape, 1.7, settings) / 70);
    const weights = orthogonal.unit(stream(5), shape, settings).map((w) => factor * w);
    const square = gram(matrix(70, 70, weights));

    expect(frobenius(subtract(square, scaled(identity(70), 1.3 ** 2 * 1.7)))).toBeLessThan(1e-12);
  });

  it('have eigenvalues whose phases are those of the Haar measure', () => {
    // Traces of powers are normal with mean 1 or 0 and variance k (Diaconis & Shahshahani, 1994).
    const n = 12;
    const draws = Array.from({ length: 3000 }, (_, k) => {
      const shape = { fanIn: n, fanOut: n };
      const unit = orthogonal.unit(stream(`haar/${k}`), shape, { gain: 1 });
      return scaled(matrix(n, n, unit), 1 / Math.sqrt(n));
    });
    let powers = draws;
    for (const k of [1, 2, 3, 4]) {
      const traces = powers.map((power) => trace(power));
      const expected = k % 2 === 0 ? 1 : 0;
      const squares = traces.map((value) => (value - expected) ** 2);

      expect(Math.abs(mean(traces) - expected)).toBeLessThan(4 * standardError(traces));
      expect(Math.abs(mean(squares) - k)).toBeLessThan(4 * standardError(squares));
      powers = powers.map((power, i) => product(power, draws[i]!));
    }
  });
});
