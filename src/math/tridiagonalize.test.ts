import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  frobenius,
  gram,
  identity,
  matrix,
  product,
  subtract,
  symmetrized,
  transpose,
} from './matrix.ts';
import { reflectorProduct } from './reflectorProduct.ts';
import { normals, stream } from './rng.ts';
import { tridiagonalize } from './tridiagonalize.ts';

it('writes a symmetric matrix as Q·T·Qᵀ with T tridiagonal and Q orthogonal', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 70 }), fc.integer(), (n, seed) => {
      const a = symmetrized(matrix(n, n, normals(stream(seed), n * n)));
      const { diagonal, offDiagonal, reflectors } = tridiagonalize(matrix(n, n, a.data.slice()));
      const q = reflectorProduct(reflectors, n);
      const t = matrix(n, n);
      diagonal.forEach((value, i) => (t.data[i * n + i] = value));
      offDiagonal.forEach((value, i) => {
        t.data[i * n + i + 1] = value;
        t.data[(i + 1) * n + i] = value;
      });
      const rebuilt = product(product(q, t), transpose(q));
      expect(frobenius(subtract(rebuilt, a))).toBeLessThan(1e-13 * n);
      expect(frobenius(subtract(gram(q), identity(n)))).toBeLessThan(1e-13 * n);
    }),
    { numRuns: 60 },
  );
});
