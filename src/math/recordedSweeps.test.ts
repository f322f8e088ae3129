import { expect, it } from 'vitest';
import { recordedSweeps } from './recordedSweeps.ts';
import { normals, stream } from './rng.ts';

it('carries out recorded sweeps as if each rotation were made at once, across full buffers', () => {
  const n = 40;
  const height = 7;
  const expected = normals(stream('rows'), n * height);
  const rows = expected.slice();
  const source = stream('sweeps');
  const sweeps = recordedSweeps(rows, n);
  let rotations = 0;
  while (rotations < 20_000) {
    const low = source.integer(n - 1);
    const high = low + 1 + source.integer(n - 1 - low);
    sweeps.begin(low, high);
    // A sweep may end before its last column.
    const end = high - source.integer(2);
    for (let i = low; i < end; i++) {
      const angle = 2 * Math.PI * source.uniform();
      const c = Math.cos(angle);
      const s = Math.sin(angle);
      sweeps.rotate(c, s);
      rotations++;
      for (let row = 0; row < height; row++) {
        const x = expected[row * n + i]!;
        const y = expected[row * n + i + 1]!;
        expected[row * n + i] = s * y + c * x;
        expected[row * n + i + 1] = c * y - s * x;
      }
    }
  }
  sweeps.apply();

  const worst = rows.reduce((most, x, i) => Math.max(most, Math.abs(x - expected[i]!)), 0);
  expect(worst).toBeLessThan(1e-11);
});
